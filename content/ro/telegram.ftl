# What Telegram shows of the bot: its name, what it is for, and the commands in its menu.
# Limits: name 64 characters, description 512, short description 120, command 60.

telegram-name = Lotse Dortmund
telegram-short-description = Ajutor pentru toți cei nou-veniți în Dortmund: întrebări, programări, consiliere. Gratuit.
telegram-description =
    Sunt Lotse, ajutorul digital pentru toți cei nou-veniți în Dortmund.

    • Răspund la întrebări despre viața în Dortmund.
    • Fac cu dumneavoastră o programare la consiliere.
    • Vă pun în legătură cu o persoană.

    Apăsați „Start”. Apoi alegeți limba dumneavoastră.

    În caz de pericol sunați la poliție: 110. În caz de urgență sau incendiu: 112.

telegram-command-menu = Arată meniul
telegram-command-language = Schimbați limba
telegram-command-book = Faceți o programare
telegram-command-appointments = Programările mele
telegram-command-person = Vorbiți cu o persoană
telegram-command-data = Vedeți datele mele
telegram-command-stop = Faceți o pauză
telegram-command-help = Ce poate Lotse?

telegram-private-only = Ajut doar în discuții private. Într-un grup citesc și alții. Vă rugăm să-mi scrieți direct. Acum părăsesc acest grup.
