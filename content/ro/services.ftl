# Numele și explicațiile ofertelor de consiliere și ale birourilor. Un nume are cel mult 40 de caractere: stă pe un buton.

service-first-interview-name = Prima discuție la MigraDo
service-first-interview-about =
    La prima discuție (Erstgespräch) vedem împreună: la ce aveți nevoie de ajutor? Apoi vă arătăm unde trebuie să mergeți.
    Consilierea este gratuită. Pot veni toți cei care s-au mutat de curând aici.
service-first-interview-bring =
    Aduceți scrisorile pe care nu le înțelegeți. Ajută și alte acte legate de întrebările dumneavoastră.
    Nu aveți nimic din acestea? Veniți oricum.

service-migration-counselling-name = Consiliere pentru migranți adulți
service-migration-counselling-about =
    Consilierea pentru migranți (Migrationsberatung) vă ajută la început, și cu scrisori de la autorități. Consilierea este gratuită.
    Aveți între 12 și 27 de ani? Atunci deseori se potrivește mai bine Jugendmigrationsdienst (consiliere pentru tineri migranți). Întrebați-ne despre asta.
service-migration-counselling-bring =
    Aduceți scrisorile și actele despre care este vorba.
    Nu aveți nimic din acestea? Veniți oricum.

office-friedensplatz-name = MigraDo, Friedensplatz
office-friedensplatz-directions = MigraDo este la Friedensplatz 7 în Dortmund. Berswordt-Halle este chiar alături.

office-berswordt-halle-name = Berswordt-Halle
office-berswordt-halle-directions = Berswordt-Halle este chiar lângă Friedensplatz 7 în Dortmund.
