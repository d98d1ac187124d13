# The words of the staff console under /staff.

## Frame
skip-to-content = Skip to content
open-menu = Menu
navigation = Places
place-waiting = Waiting
place-mine = Mine
place-staff = With the team
place-closed = Closed
place-appointments = Appointments
place-problems = Problems
place-accounts = Accounts
place-audit = Record
alarms = { $count ->
    [one] { $count } alarm
   *[other] { $count } alarms
}
sign-out = Sign out
off-duty-short = off duty
live-lost = The connection is interrupted. This page may not show the newest state. We keep trying.
to-start = To the start page
show = Show
filter = Filter
older = Show older
state = State
language = Language
role = Role
former-member = former member
minutes = { $minutes } min
hours-minutes = { $hours } h { $minutes } min
days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}

## Keyboard
help-title = Keyboard shortcuts
key-enter = Enter
key-send = Ctrl + Enter
help-move = Down, up in the list
help-open = Open the conversation
help-reply = Write a reply
help-note = Write an internal note
help-send = Send the reply or save the note
help-help = This help
help-on = Use keyboard shortcuts
close-help = Close help

## Refusals
refused-not-found = There is no such page
refused-not-found-more = The link no longer works, or your role may not see this page.
refused-stale-form = This form is no longer valid
refused-stale-form-more = Nothing was changed. Go back, reload the page and try again.
refused-unavailable = Not available right now
refused-unavailable-more = The database does not answer. Your last change may not have been saved. Go back and try again in a moment.
refused-too-large = That is too much text
refused-too-large-more = Nothing was saved. Please shorten the text.

## Signing in
sign-in = Sign in
sign-in-title = Sign in
sign-in-help = Forgotten your password? An administrator can give you a new one.
done-signed-out = You are signed out.
wrong-sign-in = The account name or the password is not right.
too-many-attempts = Too many attempts. Please try again from { $time }.
account-name = Account name
account-name-hint = Small letters and digits, also . _ - @; for example: mara.k
shown-name = Shown name
shown-name-hint = This is how people see this person in the chat.
password = Password
password-hint = At least 10 characters. A few words in a row are easy to remember.
console-language = Language of the console
setup-title = Create the first account
setup-intro = This account manages all others. The link works only once.
setup-button = Create account

problem-bad-name = Please use 2 to 64 characters: small letters, digits, . _ - @, starting with a letter or digit.
problem-name-taken = This account name exists already.
problem-bad-shown-name = Please use a name of 1 to 60 characters, without control characters.
problem-password-too-short = Please use at least 10 characters.
problem-password-too-long = Please use at most 1024 characters.
problem-wrong-current-password = That is not your current password.
problem-passwords-differ = The two new passwords are different.
problem-unknown-role = Please choose a role.
problem-unknown-language = Please choose a language.
problem-last-administrator = This is the last active account that manages accounts. Give another account this role first.

## Roles
role-counsellor = Counselling
role-editor = Editing
role-analyst = Analysis
role-administrator = Administration
role-counsellor-may = reads and answers conversations, sees appointments
role-editor-may = looks after examples and texts, trains the model
role-analyst-may = sees how many wait and what was not understood, without transcripts
role-administrator-may = manages accounts, and all that counselling may

## Lists
list-waiting = Waiting conversations
list-mine = My conversations
list-staff = Conversations with the team
list-closed = Closed conversations
filter-language = Filter by language
all-languages = All languages
empty-waiting = Nobody is waiting.
empty-waiting-more = When somebody wants to talk to a person, the conversation appears here by itself.
empty-mine = You have not taken over a conversation.
empty-mine-more = Open a waiting conversation and choose “Take over”.
empty-staff = Nobody in the team has a conversation now.
empty-staff-more = All conversations somebody has taken over are listed here.
empty-closed = There are no closed conversations.
empty-closed-more = You find conversations you close here again.
alarm = Alarm
not-reachable = cannot be reached
unread = { $count } new
waiting-for = waiting for
reason-asked = wants to talk to a person
reason-not-understood = not understood
reason-safety = after a safety answer
reason-failed = a message could not be handled
reason-withdrawn = no longer wanted
reason-other = needs a person
channel-web = Web
channel-telegram = Telegram
channel-terminal = Terminal
channel-other = another channel
at-web = web page
at-kiosk = kiosk
at-other = another place
sender-person = Person
sender-assistant = Assistant
sender-staff = Team
sender-system = Notice

## A conversation
conversation = Conversation
conversation-title = Conversation, { $language }
choose-conversation = Choose a conversation from the list. You then see its transcript here and can reply.
no-transcripts = Your role sees who is waiting, but no transcripts.
back-to-list = Back to the list
state-mine = You have this conversation
state-staff = { $name } has this conversation
state-waiting = Waiting for a person
state-assistant = The assistant answers
state-closed = Closed
waits-since = for { $minutes }
alarm-since = Alarm at { $time }
take-over = Take over
take-over-from = Take over from { $name }
alarm-seen = Alarm seen
give-back = Give back
give-back-consequence = The assistant answers again. The person is told that you have left the conversation.
give-back-now = Give back to the assistant
close = Close
close-consequence = The person is told that the conversation has ended. When they write again, the assistant answers.
close-now = Close conversation
transcript = Transcript
earlier-messages = Show earlier messages
empty-transcript = No message yet. What the person writes appears here.
new-below = New below ↓
reply = Reply
reply-label = Reply to the person
reply-language = Language of the reply
reply-hint-mine = The person sees your reply with your name.
reply-hint-other = With your reply you take the conversation over.
reply-hint-staff = { $name } has this conversation. With your reply you take it over.
write-note = Write an internal note
note = Internal note
note-label = Internal note, for the team only
note-hint = The person never sees notes.
save-note = Save note
offered-buttons = Buttons offered
file-sent = File for the person
attachment-photo = Photo
attachment-file = File
attachment-voice = Voice message
attachment-video = Video
attachment-contact = Contact
attachment-location = Location
attachment-other = Attachment
attachment-stays = Stays with: { $channel }. Reference:
event-waiting = Waiting for a person
event-waiting-by = { $name } put the conversation into the queue
event-staff = Taken over
event-staff-by = { $name } has taken over
event-assistant = Back with the assistant
event-assistant-by = { $name } has given it back to the assistant
event-closed = Closed
event-closed-by = { $name } has closed it
held-by-colleague = { $name } was faster and has this conversation. Nothing was sent. Your text is still there.
no-longer-held = Nobody in the team has this conversation any more. Nothing was changed.
text-empty = Please write something.
text-too-long = The text is too long: at most 4,000 characters for a reply, 10,000 for a note.
done-taken-over = You have taken the conversation over. The person has been told.
done-replied = Your reply is on its way.
done-noted = The note is saved.
done-given-back = The assistant answers again.
done-closed = The conversation is closed.
done-alarm-seen = The alarm is marked as seen.
done-sent-again = The message is being sent again.
done-dismissed = The message will not be sent any more.
done-attended = Marked as dealt with.

## Delivery
delivery-queued = Being sent
delivery-sending = Being sent
delivery-failed = Not delivered
delivery-uncertain = Perhaps not delivered
delivery-dismissed = Not delivered, will not be sent again
send-again = Send again
send-again-failed = The person has not received this message.
send-again-uncertain = The connection broke off while sending. If you send again, the message may arrive twice.
dismiss = Do not send

## Problems
problems-title = Problems
problems-intro = Messages that were not delivered or could not be handled. None of them is lost; here is what somebody must look after.
undelivered-title = Not delivered
empty-undelivered = Everything has arrived. Messages that could not be delivered appear here.
unhandled-title = Not handled
empty-unhandled = Everything was handled. Incoming messages the assistant could do nothing with appear here.
unhandled-unparsable = Not readable
unhandled-failed = Failed while being handled
unhandled-other = Not handled
message-number = message { $number }
message-count = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
open-conversation = Open conversation
attend = Mark as dealt with
problem-settled = Somebody has already dealt with this.

## Appointments
appointments-title = Appointments
appointments-today = Appointments today
appointments-of = Appointments on
previous-day = Day before
next-day = Day after
today = Today
day = Day
time = Time
service = Service
counsellor = Counsellor
office = Office
all-counsellors = All
cancelled = cancelled
yours = yours
empty-appointments = No appointment is booked for this day.
empty-appointments-more = Booked appointments appear here with time, language and office.

## Accounts
accounts-title = Accounts
all-accounts = All accounts
account-title = Account { $name }
calendar = Calendar
calendar-hint = Whose appointments are this person's.
no-calendar = no calendar
account-active = active
account-inactive = deactivated
add-account = Add an account
add-account-hint = The first password is shown once after adding.
add-account-button = Add account
save-account = Save changes
role-consequence = When the role changes, the person has to sign in again.
reset-password = Give a new password
reset-password-consequence = The old password stops working and the person is signed out everywhere. The new one is shown once.
password-once = The new password, to be seen only now:
password-once-more = Hand it over in person. They should change it under their name after signing in.
deactivate = Deactivate account
deactivate-consequence = The person is signed out at once and cannot sign in any more. This can be undone.
activate = Activate account again
activate-consequence = The person can sign in again.
done-account-changed = The changes are saved.
done-account-activated = The account is active again.
done-account-deactivated = The account is deactivated.

## One's own account
my-account = My account
duty-title = Duty
duty-on = You are on duty: the assistant counts on you when somebody needs a person.
duty-off = You are not on duty.
go-off-duty = Go off duty
go-on-duty = Go on duty
change-language = Change language
change-password-title = Change password
change-password-consequence = Other browsers you are signed in with are signed out.
current-password = Current password
new-password = New password
repeat-password = New password again
change-password = Change password
done-password-changed = Your password is changed.
done-language-changed = The language is changed.
done-on-duty = You are on duty.
done-off-duty = You are off duty.

## Record
audit-title = Record
audit-intro = Who opened which transcript and changed what. Texts and names of people who ask for advice are never here.
who = Who
what = What
concerns = Concerns
everybody = Everybody
everything = Everything
empty-audit = There is nothing here yet. Every opening of a transcript and every change to accounts appears here.
action-transcript-read = opened a transcript
action-signed-in = signed in
action-signed-out = signed out
action-account-added = added an account
action-role-changed = changed a role
action-account-activated = activated an account
action-account-deactivated = deactivated an account
action-password-reset = gave a new password
action-password-changed = changed own password
action-on-duty = went on duty
action-off-duty = went off duty
action-sent-again = sent a message again
action-dismissed = gave a message up
action-attended = dealt with a problem
action-other = another change

## Worklist
place-worklist = Worklist
place-understanding = Understanding
place-validity = Up to date?
worklist-title = Worklist
worklist-intro = What the assistant did not understand, or what did not help. Personal details are replaced by their kind; nothing leads back to a conversation. Choose what was meant: the sentence becomes an example of it.
why-listed = Reason
listed-not-understood = not understood
listed-rejected = no suggestion fitted
listed-not-helpful = answer did not help
listed-unavailable = understanding was down
period = Period
any-time = any time
last-days = { $days ->
    [one] today
   *[other] last { $days } days
}
worklist-state-open = open
worklist-state-taken = became an example
worklist-state-dismissed = dismissed
count-by-language = Number by language
said-times = { $count ->
    [one] once
   *[other] { $count } times
}
masked-name = name
masked-phone = phone number
masked-email = email
masked-link = link
masked-iban = IBAN
masked-date = date
masked-number = number
masked-address = address
masked-other = removed
taken-for = Taken for:
no-guess = no guess
is-example-of = Example of: { $intent }
choose-guess = Meant was:
other-intent = Another intent, or change the sentence
example-sentence = Example
intent = Intent
choose-intent = Please choose
make-example = Add as an example
meaning-outside = Not one of our topics
meanings-faq = Topics
meanings-do = What the assistant should do
meanings-safety = Danger
meanings-other = Outside
language-off = This language is not switched on. It cannot become an example.
worklist-dismiss = Dismiss
undo = Undo
next-page = Show more
empty-worklist = Nothing to do here.
empty-worklist-more = Sentences the assistant does not understand appear here by themselves.
worklist-settled = Somebody has dealt with this sentence already.
example-duplicate = This example exists in this language already, under: { $intent }. Nothing was changed.
example-empty = There are no words in it. Please write a sentence.
example-too-long = The sentence is too long: 300 characters at most.
example-no-intent = Please choose an intent.
example-no-language = This language is not switched on.
done-example-added = The sentence is an example now. It is understood after the next training.
done-worklist-dismissed = The sentence is dismissed.
done-worklist-undone = The sentence is back on the list.
action-example-added = example added
action-example-removed = example taken back
action-worklist-dismissed = sentence of the worklist dismissed
action-worklist-reopened = sentence put back on the worklist

## Understanding
understanding-title = Understanding
understanding-intro = The model learns from the published examples. A new one is measured on test sentences and put into use only when it is not worse than the present one.
under-way = Training
under-way-more = You may leave this page. Until the change the present model answers; no message is lost.
model-kind-train = New model
model-kind-back = Back to an earlier model
model-kind-first = First model
training-waiting = waiting
training-training = being trained
training-scoring = being measured on the test sentences
training-loading = being loaded
training-live = put into use
training-refused = not put into use, because worse
training-failed = failed
training-other = under way
seconds = { $seconds } s
before = before
why-worse-overall = On all test sentences the new model has the right intent first for only { $after }, the present one for { $before }. 2 points less are allowed. The present model stays.
why-worse-language = In { $language } the new model has the right intent first for only { $after } of the test sentences, the present one for { $before }. 5 points less are allowed. The present model stays.
why-not-loaded = The new model could not be loaded. The present model stays.
why-broken-off = The training broke off, perhaps because of a restart. The present model stays.
why-training-failed = The training failed: { $text }. The present model stays.
model-in-use = In use
in-use-since = Since { $time }.
right-first = For { $share } of { $count } test sentences the right intent comes first.
right-first-short = Right one first
result = Result
empty-models = No model is recorded yet. The first one is trained at the start and then appears here.
examples-newer = The examples are newer than the model.
examples-trained = All published examples are trained.
train-now = Train now
train-now-link = To the training
train-consequence = It takes up to a minute and runs in the background.
model-before = Back to the model before
back-to-this = Back to this model
models-before = The last models
by-command = Operators
already-training = A training is under way already. Please wait until it has ended.
model-gone = This model is not kept any more.
done-training-asked = The training begins.
done-model-back-asked = The earlier model is being put into use.
action-model-training = training started
action-model-back = went back to an earlier model

## Up to date?
validity-title = Up to date?
validity-intro = Answers whose date has passed or passes within 60 days, and translations whose German text has changed. Answers past their date are still given, with a note.
validity-expired = expired
validity-expiring = expires soon
validity-outdated = older than the German text
text = Text
responsible = Responsible
empty-validity = All texts are up to date.
empty-validity-filter = For this choice everything is up to date.
empty-validity-more = Answers that expire soon and outdated translations appear here by themselves.
all-stale-texts = All texts somebody has to look after
text-outdated = This translation is older than its German text.
text-expired = The date of this answer has passed. Please check the sources.
as-of = As of
valid-until = Valid until
sources = Sources
