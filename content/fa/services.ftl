# نام‌ها و راهنمای خدمات مشاوره و محل‌ها. نام حداکثر 40 حرف دارد، چون روی دکمه می‌آید.

service-first-interview-name = گفتگوی اول در MigraDo
service-first-interview-about =
    در گفتگوی اول (Erstgespräch) با هم می‌بینیم: در چه چیزی کمک لازم دارید؟ بعد جاهای درست را به شما نشان می‌دهیم.
    مشاوره رایگان است. همه تازه‌واردان می‌توانند بیایند.
service-first-interview-bring =
    نامه‌هایی را که نمی‌فهمید با خود بیاورید. مدارک دیگر درباره سوال‌های شما هم کمک می‌کند.
    هیچ‌کدام را ندارید؟ باز هم بیایید.

service-migration-counselling-name = مشاوره مهاجران بزرگسال
service-migration-counselling-about =
    مشاوره مهاجران (Migrationsberatung) در شروع زندگی در اینجا به شما کمک می‌کند، با نامه‌های اداره‌ها هم. مشاوره رایگان است.
    12 تا 27 ساله هستید؟ پس اغلب خدمات جوانان مهاجر (Jugendmigrationsdienst) برای شما بهتر است. از ما درباره آن بپرسید.
service-migration-counselling-bring =
    نامه‌ها و مدارکی را که موضوع گفتگو هستند با خود بیاورید.
    هیچ‌کدام را ندارید؟ باز هم بیایید.

office-friedensplatz-name = مرکز MigraDo در Friedensplatz
office-friedensplatz-directions = مرکز MigraDo در دورتموند است، آدرس: Friedensplatz 7. ساختمان Berswordt-Halle درست کنار آن است.

office-berswordt-halle-name = ساختمان Berswordt-Halle
office-berswordt-halle-directions = ساختمان Berswordt-Halle در دورتموند است، درست کنار Friedensplatz 7.
