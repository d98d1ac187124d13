# Names and hints of counselling services and offices. A name has at most 40 characters: it stands on a button.

service-first-interview-name = First talk at MigraDo
service-first-interview-about =
    In the first talk (Erstgespräch) we find out together: What do you need help with? Then we show you the right places to go.
    The counselling is free. Everyone who is new in the city can come.
service-first-interview-bring =
    Bring letters you do not understand. Other papers about your questions help too.
    You have none of these? Come anyway.

service-migration-counselling-name = Migration counselling for adults
service-migration-counselling-about =
    Migration counselling (Migrationsberatung) helps you settle in, also with official letters. It is free.
    Are you 12 to 27 years old? Then the Jugendmigrationsdienst (help for young migrants) is often a better fit. Ask us about it.
service-migration-counselling-bring =
    Bring the letters and papers it is about.
    You have none of these? Come anyway.

office-friedensplatz-name = MigraDo, Friedensplatz
office-friedensplatz-directions = MigraDo is at Friedensplatz 7 in Dortmund. The Berswordt-Halle is right next to it.

office-berswordt-halle-name = Berswordt-Halle
office-berswordt-halle-directions = The Berswordt-Halle is right next to Friedensplatz 7 in Dortmund.
