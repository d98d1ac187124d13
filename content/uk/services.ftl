# Назви та підказки для видів консультації й місць. Назва має щонайбільше 40 знаків: вона стоїть на кнопці.

service-first-interview-name = Перша розмова в MigraDo
service-first-interview-about =
    Під час першої розмови (Erstgespräch) ми разом з’ясуємо: у чому вам потрібна допомога? Потім підкажемо, куди звернутися.
    Консультація безкоштовна. Прийти можуть усі, хто недавно переїхав до міста.
service-first-interview-bring =
    Візьміть листи, яких ви не розумієте. Допоможуть і інші документи щодо ваших запитань.
    Нічого з цього не маєте? Усе одно приходьте.

service-migration-counselling-name = Міграційна консультація для дорослих
service-migration-counselling-about =
    Міграційна консультація (Migrationsberatung) допомагає освоїтися тут, а також із листами від відомств. Консультація безкоштовна.
    Вам від 12 до 27 років? Тоді часто краще підходить Jugendmigrationsdienst (служба для молоді). Запитайте нас про це.
service-migration-counselling-bring =
    Візьміть листи й документи, про які йдеться.
    Нічого з цього не маєте? Усе одно приходьте.

office-friedensplatz-name = MigraDo, Friedensplatz
office-friedensplatz-directions = Центр MigraDo розташований за адресою Friedensplatz 7 у Дортмунді. Будівля Berswordt-Halle зовсім поруч.

office-berswordt-halle-name = Berswordt-Halle
office-berswordt-halle-directions = Berswordt-Halle — це будівля в Дортмунді, зовсім поруч із Friedensplatz 7.
