# What Telegram shows of the bot: its name, what it is for, and the commands in its menu.
# Limits: name 64 characters, description 512, short description 120, command 60.

telegram-name = Lotse Dortmund
telegram-short-description = Aide pour les personnes nouvellement arrivées à Dortmund : questions, rendez-vous, conseil. Gratuit.
telegram-description =
    Je suis Lotse, l’aide numérique pour toutes les personnes nouvellement arrivées à Dortmund.

    • Je réponds aux questions sur la vie à Dortmund.
    • Je prends avec vous un rendez-vous de conseil.
    • Je vous mets en contact avec une personne.

    Appuyez sur « Démarrer ». Ensuite, choisissez votre langue.

    Si vous êtes en danger, appelez la police : 110. En cas d’urgence ou de feu : 112.

telegram-command-menu = Montrer le menu
telegram-command-language = Changer de langue
telegram-command-book = Prendre rendez-vous
telegram-command-appointments = Mes rendez-vous
telegram-command-person = Parler à une personne
telegram-command-data = Voir mes données
telegram-command-stop = Faire une pause
telegram-command-help = Que peut faire Lotse ?

telegram-private-only = J’aide seulement en conversation privée. Dans un groupe, d’autres personnes lisent aussi. Écrivez-moi directement, s’il vous plaît. Je quitte maintenant ce groupe.
