# Names and hints of services and offices. A name has at most 40 characters: it stands on a button.

service-first-interview-name = Първи разговор в MigraDo
service-first-interview-about =
    В първия разговор виждаме заедно: за какво имате нужда от помощ? После ви показваме правилните места.
    Консултацията е безплатна. Могат да дойдат всички, които са нови в града.
service-first-interview-bring =
    Носете писмата, които не разбирате. Помагат и други документи по вашите въпроси.
    Нямате нищо такова? Елате въпреки това.

service-migration-counselling-name = Миграционна консултация за възрастни
service-migration-counselling-about =
    Миграционната консултация ви помага в началото тук, също и с писма от служби. Консултацията е безплатна.
    На 12 до 27 години ли сте? Тогава често е по-подходяща Jugendmigrationsdienst (служба за млади мигранти). Попитайте ни за нея.
service-migration-counselling-bring =
    Носете писмата и документите, за които става дума.
    Нямате нищо такова? Елате въпреки това.

office-friedensplatz-name = MigraDo, Friedensplatz
office-friedensplatz-directions = MigraDo е на Friedensplatz 7 в Дортмунд. Berswordt-Halle е точно до него.

office-berswordt-halle-name = Berswordt-Halle
office-berswordt-halle-directions = Berswordt-Halle е точно до Friedensplatz 7 в Дортмунд.
