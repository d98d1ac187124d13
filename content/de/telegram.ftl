# What Telegram shows of the bot: its name, what it is for, and the commands in its menu.
# Limits: name 64 characters, description 512, short description 120, command 60.

telegram-name = Lotse Dortmund
telegram-short-description = Hilfe für alle, die neu in Dortmund sind: Fragen, Termine, Beratung. Kostenlos.
telegram-description =
    Ich bin Lotse, der digitale Helfer für alle, die neu in Dortmund sind.

    • Ich beantworte Fragen zum Leben in Dortmund.
    • Ich buche mit Ihnen einen Termin bei der Beratung.
    • Ich verbinde Sie mit einem Menschen.

    Tippen Sie auf „Starten“. Danach wählen Sie Ihre Sprache.

    In Gefahr rufen Sie die Polizei: 110. Bei einem Notfall oder Feuer: 112.

telegram-command-menu = Menü zeigen
telegram-command-language = Sprache ändern
telegram-command-book = Termin buchen
telegram-command-appointments = Meine Termine
telegram-command-person = Mit einem Menschen sprechen
telegram-command-data = Meine Daten ansehen
telegram-command-stop = Pause machen
telegram-command-help = Was kann Lotse?

telegram-private-only = Ich helfe nur im Einzelgespräch. In einer Gruppe lesen andere mit. Bitte schreiben Sie mir direkt. Diese Gruppe verlasse ich jetzt.
