# Названия консультаций и мест и подсказки к ним. В названии не больше 40 знаков: оно стоит на кнопке.

service-first-interview-name = Первая беседа в MigraDo
service-first-interview-about =
    На первой беседе мы вместе смотрим: в чём вам нужна помощь? Потом мы покажем вам, куда обратиться.
    Консультация бесплатная. Прийти могут все, кто недавно переехал в город.
service-first-interview-bring =
    Возьмите с собой письма, которые вам непонятны. Другие бумаги по вашим вопросам тоже помогут.
    У вас ничего этого нет? Всё равно приходите.

service-migration-counselling-name = Миграционная консультация для взрослых
service-migration-counselling-about =
    Миграционная консультация помогает на новом месте, в том числе с письмами из ведомств. Консультация бесплатная.
    Вам от 12 до 27 лет? Тогда часто лучше подходит Jugendmigrationsdienst (миграционная служба для молодёжи). Спросите нас об этом.
service-migration-counselling-bring =
    Возьмите с собой письма и бумаги, о которых пойдёт речь.
    У вас ничего этого нет? Всё равно приходите.

office-friedensplatz-name = MigraDo, Friedensplatz
office-friedensplatz-directions = MigraDo находится в Дортмунде по адресу Friedensplatz 7. Berswordt-Halle – совсем рядом.

office-berswordt-halle-name = Berswordt-Halle
office-berswordt-halle-directions = Berswordt-Halle находится в Дортмунде, совсем рядом с Friedensplatz 7.
