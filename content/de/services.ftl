# Namen und Hinweise zu Beratungsangeboten und Standorten. Ein Name hat höchstens 40 Zeichen: Er steht auf einem Knopf.

service-first-interview-name = Erstgespräch bei MigraDo
service-first-interview-about =
    Im Erstgespräch schauen wir gemeinsam: Wobei brauchen Sie Hilfe? Danach zeigen wir Ihnen die richtigen Stellen.
    Die Beratung ist kostenlos. Alle neu Zugezogenen können kommen.
service-first-interview-bring =
    Bringen Sie Briefe mit, die Sie nicht verstehen. Auch andere Papiere zu Ihren Fragen helfen.
    Sie haben nichts davon? Kommen Sie trotzdem.

service-migration-counselling-name = Migrationsberatung für Erwachsene
service-migration-counselling-about =
    Die Migrationsberatung hilft Ihnen beim Ankommen, auch mit Briefen von Ämtern. Die Beratung ist kostenlos.
    Sind Sie 12 bis 27 Jahre alt? Dann passt oft der Jugendmigrationsdienst besser. Fragen Sie uns danach.
service-migration-counselling-bring =
    Bringen Sie die Briefe und Papiere mit, um die es geht.
    Sie haben nichts davon? Kommen Sie trotzdem.

office-friedensplatz-name = MigraDo, Friedensplatz
office-friedensplatz-directions = MigraDo ist am Friedensplatz 7 in Dortmund. Die Berswordt-Halle ist direkt daneben.

office-berswordt-halle-name = Berswordt-Halle
office-berswordt-halle-directions = Die Berswordt-Halle ist direkt neben dem Friedensplatz 7 in Dortmund.
