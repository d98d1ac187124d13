# Noms et indications pour les offres de conseil et les lieux. Un nom a 40 caractères au plus : il est sur un bouton.

service-first-interview-name = Premier entretien chez MigraDo
service-first-interview-about =
    Au premier entretien, nous regardons ensemble : de quelle aide avez-vous besoin ? Ensuite, nous vous montrons les bons services.
    Le conseil est gratuit. Toutes les personnes nouvellement arrivées peuvent venir.
service-first-interview-bring =
    Apportez les lettres que vous ne comprenez pas. D’autres papiers sur vos questions peuvent aussi aider.
    Vous n’avez rien de tout cela ? Venez quand même.

service-migration-counselling-name = Conseil en migration pour adultes
service-migration-counselling-about =
    Le conseil en migration vous aide à votre arrivée, aussi avec les lettres des administrations. Le conseil est gratuit.
    Avez-vous entre 12 et 27 ans ? Alors le Jugendmigrationsdienst (conseil pour les jeunes) convient souvent mieux. Parlez-nous-en.
service-migration-counselling-bring =
    Apportez les lettres et les papiers concernés.
    Vous n’avez rien de tout cela ? Venez quand même.

office-friedensplatz-name = MigraDo, Friedensplatz
office-friedensplatz-directions = MigraDo est au Friedensplatz 7 à Dortmund. La Berswordt-Halle est juste à côté.

office-berswordt-halle-name = Berswordt-Halle
office-berswordt-halle-directions = La Berswordt-Halle est juste à côté du Friedensplatz 7 à Dortmund.
