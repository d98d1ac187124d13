# What the assistant says outside topics. The German file is the master.

## Welcome and menu

welcome = Welcome. I am Lotse, the digital helper for everyone who is new in Dortmund. I am a program, not a person. Choose your language. You can also just write to me.
welcome-back = Welcome back.
privacy-short = Your messages are stored in encrypted form. You can see or delete your data at any time. Please do not write passwords or bank details here.
menu = What do you need? Press a button or write your question.
help =
    This is what I can do for you:
    • Answer questions about life in Dortmund. Just write what you want to know.
    • Fill in the questionnaire with you. Then we know what help you need.
    • Book an appointment for counselling.
    • Connect you with a person.

    In danger, call the police: 110. In an emergency or a fire: 112.
topics = What is your question about?
topics-group = { $group }: What would you like to know?
topic-unknown = I have no answer on this topic.
text-missing = This text is missing right now. Please ask a person.

group-arrival = Arriving
group-residence = Right to stay
group-language = Learning German
group-family = Family, school, Kita (childcare)
group-work = Work
group-health = Health
group-housing = Housing
group-money = Money
group-everyday = Everyday life
group-counselling = Counselling
group-participation = Taking part
group-service = About us

button-menu = Menu
button-topics = Questions and answers
button-questionnaire = Fill in the questionnaire
button-questionnaire-resume = Continue the questionnaire
button-book = Book an appointment
button-appointments = My appointments
button-places = Places nearby
button-human = Talk to a person
button-language = Change language
button-my-data = My data
button-privacy = Privacy
button-assistant = Back to the assistant
button-stale = This button is from an earlier question.
attachment-kept = Thank you, it has arrived. I cannot open pictures, files or voice messages. Please write what it is about. Or talk to a person.

## Answers

answer-source = Source: { $source }. Information from { $date }.
answer-volatile = This can change. Please ask at: { $office }.
answer-outdated = Please note: This answer is from { $date } and may no longer be right. Please ask at: { $office }.
button-helpful-yes = That helped
button-helpful-no = That did not help
helpful-thanks = Thank you for telling us.
helpful-sorry = I am sorry. Would you like to talk to a person?

## Not understood

not-understood = I did not understand that. Please write it in other words. Or press a button.
out-of-scope = I cannot say anything about that. I help with questions about arriving and living in Dortmund.
did-you-mean = Did you mean this?
button-none-of-these = None of these
handover-offer = Would you like to talk to a person?

intent-questionnaire = Fill in the questionnaire
intent-book = Book an appointment
intent-reschedule = Move an appointment
intent-cancel-appointment = Cancel an appointment
intent-my-appointments = My appointments
intent-human = Talk to a person
intent-change-language = Change language
intent-places-nearby = Places nearby
intent-delete-data = Delete my data
intent-export-data = See my data
intent-help = Help
intent-affirm = Yes
intent-deny = No
intent-back = Back
intent-skip = Skip
intent-why = Why?
intent-stop = Take a break
intent-greet = Hello
intent-thanks = Thank you
intent-goodbye = Goodbye
intent-repeat = Say it again

## Small talk

small-greet = Hello. What can I do for you?
small-thanks = You are welcome.
small-goodbye = Goodbye. You can write again at any time.
small-nothing-open = There is no open question right now. What would you like to do?
small-all-right = All right.
small-why-nothing = I have not asked anything right now. What would you like to know?
small-stopped = All right. You can continue at any time.

## Language

language-which = Which language would you like?
language-switched = We are now speaking { $name }.
language-unknown = I do not speak this language. I speak these languages:
language-not-spoken =
    Sorry, I do not speak this language yet. I speak these languages:
    { $names }
language-offer = Would you like to continue in { $name }?
language-offer-yes = Yes, continue in { $name }

## Consent

button-consent-yes = Yes, I agree
button-consent-no = No
consent-unclear = Please answer yes or no.
consent-no-questionnaire = All right. Without your yes there is no questionnaire. You can still use everything else.
consent-no-booking = All right. Without your yes I cannot save an appointment. You can go to the MigraDo service centre at Friedensplatz 7.
consent-no-handover = All right. I will not pass the conversation on. You can go to the MigraDo service centre at Friedensplatz 7.
consent-name-questionnaire = Questionnaire
consent-name-booking = Appointments
consent-name-handover = Talking to a person
consent-withdrawn = Your yes to “{ $consent }” no longer counts. To delete what is already saved, press “Delete everything”.

## Questionnaire

questionnaire-intro =
    { $questions ->
        [one] There is about one question.
       *[other] There are about { $questions } questions.
    } You can skip any question. Take a break whenever you like. Every answer is saved at once.
questionnaire-resumed = We continue where you stopped.
questionnaire-question =
    Part { $part } of { $parts }: { $part_name } · Question { $number } of { $numbers }

    { $question }
    { $hint }
    { $how }
how-one = Choose one answer.
how-many = Choose everything that is right. Then press “Done”.
how-integer = Write a number.
how-decimal = Write a number.
how-date = Write the date, for example 15.03.2024 or 03.2024.
how-text = Write your answer.
how-note = Write “next”.
choice = { $choice }
choice-on = ✓ { $choice }
choice-off = ☐ { $choice }
button-choices-done = Done ({ $count })
button-back = Back
button-skip = Skip
button-why = Why?
button-pause = Take a break
questionnaire-first = This is the first question.
questionnaire-paused = Time for a break. Your answers are saved. You can continue with the same question at any time.
questionnaire-skipped = no answer
questionnaire-summary =
    These are your answers. Is everything right? To change one, press its number.

    { $answers }
questionnaire-summary-entry = { $number }. { $question } – { $answer }
questionnaire-summary-unclear = Press “Everything is right”. Or write the number of the answer you want to change.
button-questionnaire-finish = Everything is right
questionnaire-done = Thank you. The questionnaire is finished. Would you like to book an appointment? There you can talk about your answers.
questionnaire-finished-before = You have already filled in the questionnaire. You can still change answers.

problem-not-a-choice = This answer does not fit the question. Please press one of the buttons.
problem-nothing-chosen = You have not chosen anything yet. Choose something or press “Skip”.
problem-not-a-number = Please write a number, for example 3.
problem-not-a-date = I did not understand this date. Please write it like this: 15.03.2024 or 03.2024.
problem-not-a-text = Please write your answer as text. It must not be too long.
problem-too-long = This text is too long. Please write it in fewer words.

## Booking

book-which-service =
    What is it about?

    { $services }
book-service-entry = { $name }: { $about }
book-service-unclear = Please press one of the offers or write its number.
book-which-day = { $service }: Which day suits you?
book-day-unclear = I did not understand which day you mean. Press a day or write, for example, 24.11.2026.
book-day-full = Sorry, no appointment is free on { $day }.
book-which-time = { $day }: Which time suits you?
book-time-unclear = I did not find this time. Please press one of the times.
book-time-gone = This appointment was taken a moment ago. Please choose another one.
book-confirm =
    Please check:
    { $service }
    { $at }
    { $office }
    { $directions }
    Counsellor: { $counsellor }

    { $bring }
book-confirm-unclear = Please answer yes or no.
book-booked =
    Your appointment is booked.
    { $service }
    { $at }
    { $office }
    { $directions }

    { $bring }
    If you cannot come, please cancel the appointment here.
book-moved =
    Your appointment has been moved. It is now:
    { $service }
    { $at }
    { $office }
    { $directions }
book-full = Sorry, no appointment is free in the next weeks. Would you like to talk to a person?
book-nothing-offered = No appointments can be booked here at the moment. Would you like to talk to a person?
book-too-many = No more appointments are possible for this offer right now. You can move or cancel an appointment.
book-stopped = All right. Nothing was booked or changed.
button-cancel-booking = Stop here
button-book-confirm = Yes, book it
button-move-confirm = Yes, move it

appointments-none = You have no appointment.
appointments-list =
    Your appointments:

    { $appointments }
appointments-which-cancel =
    Which appointment would you like to cancel?

    { $appointments }
appointments-which-move =
    Which appointment would you like to move?

    { $appointments }
appointments-entry = { $at }: { $service }. Place: { $office }
appointments-cancel =
    Do you really want to cancel this appointment?
    { $service }
    { $at }
appointments-cancelled = The appointment is cancelled: { $service }, { $at }.
appointments-kept = All right. Your appointment stays.
appointment-gone = This appointment no longer exists.
button-cancel-appointment = Cancel: { $at }
button-move-appointment = Move: { $at }
button-cancel-yes = Yes, cancel it
button-cancel-no = No, keep it

## Handover

handover-waiting = I have passed on your request. A person from our team will answer you here as soon as somebody is free. You can already write what it is about.
handover-still-waiting = Your message has arrived. You are waiting for a person. As soon as somebody is free, you will get an answer here.
handover-closed-now = Nobody is here right now. We are back: { $opens }. Your request is saved. You will get an answer here then.
handover-withdrawn = All right. I am here for you again.
handover-failed = Sorry, something went wrong on my side. Your message is not lost. A person from our team will take care of it and answer you here.
handover-joined = { $author } is now in the conversation.
handover-left = { $author } has given the conversation back to the assistant.
handover-ended = The conversation has ended. You can write again at any time.
safety-offer = Shall I tell a counsellor now?
button-human-now = Yes, please, now
button-go-on = Continue the conversation

## Places

places-where = Which part of the city are you in? You can also send your location.
places-unknown = I do not know this part of the city. Please press a button.
places-none = Sorry, I do not know any place here. Would you like to talk to a person?
places-list =
    Here you find help:

    { $places }
places-entry =
    { $name }
    { $address }
    { $distance }
    { $phone }
    { $website }
    { $topics }
    { $languages }
    { $map }
    { $source }
button-whole-city = Whole city

## My data

my-data-overview =
    This is what is stored about you since { $since }:
    • { $messages ->
        [one] one message
       *[other] { $messages } messages
    }
    • { $answers ->
        [0] no answers in the questionnaire
        [one] one answer in the questionnaire
       *[other] { $answers } answers in the questionnaire
    }
    • { $appointments ->
        [0] no appointments
        [one] one appointment
       *[other] { $appointments } appointments
    }
    • { $notes ->
        [0] no notes by counsellors
        [one] one note by counsellors
       *[other] { $notes } notes by counsellors
    }
    { $agreed ->
        [0] You have not said yes to anything yet.
       *[other] You have said yes to:
    }
    { $consents }
my-data-copy = Your data as a file: { $name }
my-data-confirm-erase = Do you really want to delete everything? All messages, answers and appointments will be gone. Booked appointments will be cancelled. Nobody can bring this back.
my-data-kept = All right. Nothing was deleted.
my-data-erased = Everything is deleted. You can start again at any time.
button-withdraw = Take back my yes: { $consent }
button-export = Get a copy
button-erase = Delete everything
button-erase-yes = Yes, delete everything
button-erase-no = No, keep it

copy-title = Your data at Lotse
copy-made = This copy is from { $at }.
copy-messages = Messages
copy-questionnaire = Questionnaire
copy-appointments = Appointments
copy-consents = What you agreed to
copy-from-person = You
copy-from-assistant = Assistant
copy-from-staff = Counsellor
copy-from-system = Notice
copy-status-held = reserved
copy-status-confirmed = booked
copy-status-cancelled = cancelled
copy-notes =
    { $count ->
        [0] Our counsellors have made no notes about your conversation.
        [one] Our counsellors have made one note about your conversation. If you ask for it, you get a copy.
       *[other] Our counsellors have made { $count } notes about your conversation. If you ask for them, you get a copy.
    }

## Nearby and languages

places-share = It is best to send me your location. Then I show you first what is close to you.
places-distance = About { $distance } from you
places-topics = Helps with: { $topics }
places-languages = Languages: { $languages }
places-map = [Show on the map]({ $url })
button-places-topic = Places for this nearby
button-places-more = More places
language-gone = This language is not available here at the moment. We now go on in { $name }. You can also choose another language.
