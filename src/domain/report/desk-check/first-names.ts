const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** First names that many pupils bear and that are nothing else, as far as a report goes. */
export const firstNames = names(
	'Aaliyah Aaron Abbas Abdul Abdullah Abigail Adam Adele Adrian Ahmad Ahmed Aidan Aiden Aimee Aisha ' +
		'Aiza Alan Alana Albert Albie Aleeza Aleks Alex Alexander Alexandra Alexia Alfie Alfred Ali Alice ' +
		'Alicia Alina Alisha Aliyah Alyssa Amaan Amara Amelia Amelie Amina Aminah Amir Amira Amy Anaya ' +
		'Andrei Andrew Angelina Anisa Anna Annabel Annabelle Annie Anthony Antonia Anya Arabella Archie ' +
		'Aria Ariana Arjun Arlo Arthur Arya Asher Ashton Asma Aston Aubrey Ava Aya Ayaan Ayesha Ayla ' +
		'Barnaby Bartosz Beatrice Bella Ben Benjamin Bertie Bethany Bobby Bonnie Bradley Brandon Brayden ' +
		'Brody Caitlin Caleb Callum Calvin Cameron Cara Casey Catherine Charlie Charlotte Chloe Chris ' +
		'Christopher Clara Cody Connor Conor Corey Daniel Danielle Danny Darcey Darcie Darcy David Declan ' +
		'Dexter Dominic Dominik Dylan Edie Edward Eleanor Elena Eli Eliana Elias Elijah Elise Eliza ' +
		'Elizabeth Ella Ellie Elliot Elliott Elodie Eloise Elsie Elvie Emilia Emily Emma Emmanuel Eric ' +
		'Erin Esme Ethan Eva Evan Evelyn Evie Ezra Fatima Fatimah Felicity Felix Filip Finlay Finley Finn ' +
		'Fiona Frankie Fraser Freddie Frederick Freya Gabriel Gabriella Gabrielle George Georgie Georgina ' +
		'Gracie Gurpreet Hafsa Halima Hamza Hana Hanna Hannah Harley Harriet Harrison Harry Harvey Hassan ' +
		'Heidi Henry Hollie Hugo Ibrahim Idris Imaan Imogen Imran Inaya Ines Iqra Isaac Isabel Isabella ' +
		'Isabelle Isha Isla Ismail Isobel Iyla Jackson Jacob Jaden Jake Jakub James Jane Jamie Jason Jaxon ' +
		'Jayden Jennifer Jenson Jeremiah Jesse Jessica Jessie Joanna Joe Joel John Jonah Jonathan Joseph ' +
		'Josh Joshua Josie Jude Julia Julian Kacper Kai Kaitlyn Kamil Kareem Karim Kate Katherine Kathryn ' +
		'Katie Kayden Kayla Kayleigh Keira Kevin Khadija Khadijah Kian Kiera Kieran Kyle Kyra Lacey Laila ' +
		'Lara Laura Lauren Layla Leah Leila Leo Leon Leona Lewis Lexi Liam Libby Lila Lillie Lilly Lisa ' +
		'Liyana Logan Lois Lola Lottie Louie Louis Louisa Louise Luca Lucas Lucia Lucy Luka Lukas Luke ' +
		'Lydia Lyla Mabel Maddison Madison Maisie Maja Malachi Malaika Marcel Marcus Maria Mariam Marley ' +
		'Martha Martin Maryam Mateo Matilda Matthew Maya Megan Mia Michael Michal Mila Millie Milo ' +
		'Mohamed Mohammad Mohammed Molly Morgan Muhammad Musa Mustafa Mya Myla Nadia Nancy Naomi Natalia ' +
		'Natalie Nathan Nathaniel Niamh Nicholas Nicole Nikita Nikola Nina Noah Noor Nusaybah Oakley ' +
		'Oisin Oliver Olivia Oliwia Ollie Omar Orla Oscar Otis Owen Patrick Patryk Paul Penelope Peter ' +
		'Phoebe Priya Rachel Rafael Rahul Ralph Rania Rayan Rebecca Reece Reggie Reuben Rhys Riley Robert ' +
		'Ronnie Rory Rosa Rosie Ruben Rudy Ryan Saad Safa Safiya Sam Samantha Samira Samuel Sana Saoirse ' +
		'Sara Sarah Scarlett Sean Sebastian Seren Seth Shannon Shreya Sienna Simran Sofia Sonny Sophia ' +
		'Sophie Stanley Stefan Stella Stephen Sumaya Tamara Teddy Teresa Thea Theo Theodore Thomas Tilly ' +
		'Toby Tom Tommy Tristan Tyler Umar Usman Vanessa Vincent William Xavier Yahya Yasmin Yusra Yusuf ' +
		'Zac Zach Zachary Zahra Zain Zaina Zainab Zak Zara Zayd Zayn Zoe Zofia Zuzanna',
);

/** First names that are a flower, a tree, a stone, a place as well: a sentence may begin with them, and classes are called by them. */
export const classNames = names(
	'Amber Athena Aurora Austin Blake Blossom Brooke Clover Coral Daisy Ebony Eden Faith Fern ' +
		'Florence Georgia Grace Harper Hazel Heather Holly Hope Hudson Iris Ivy Jack Jade Jasmine Jasper ' +
		'Jay Jordan Joy Juniper Lily Luna Marigold Mason Max Olive Pearl Penny Phoenix Poppy Primrose ' +
		'Reed Robin Rose Rowan Ruby Sage Skye Victoria Violet Willow Wren',
);
