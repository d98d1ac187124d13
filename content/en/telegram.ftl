telegram-name = Lotse Dortmund
telegram-short-description = Help for everyone who is new in Dortmund: questions, appointments, counselling. Free of charge.
telegram-description =
    I am Lotse, the digital helper for everyone who is new in Dortmund.

    • I answer questions about life in Dortmund.
    • I book an appointment for counselling with you.
    • I connect you with a person.

    Tap “Start”. Then choose your language.

    In danger, call the police: 110. In an emergency or a fire: 112.

telegram-command-menu = Show the menu
telegram-command-language = Change language
telegram-command-book = Book an appointment
telegram-command-appointments = My appointments
telegram-command-person = Talk to a person
telegram-command-data = See my data
telegram-command-stop = Take a break
telegram-command-help = What can Lotse do?

telegram-private-only = I only help in a private chat. In a group, others can read what you write. Please write to me directly. I am leaving this group now.
