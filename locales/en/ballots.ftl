menu-vote = Appraisals and votes
help-voting = • Send /vote to take part in appraisals and votes. Nobody can find out what you voted.
ballot-kind-appraisal = appraisal
ballot-kind-motion = motion
ballot-is-draft = draft
ballot-is-proposed = waits for two approvals
ballot-is-approved = approved, not open yet
ballot-is-open = open
ballot-is-closed = being counted
ballot-is-published = published
ballot-is-withheld = not published
ballot-is-cancelled = cancelled
grade-excellent = excellent
grade-competent = competent
grade-basic = basically competent
grade-incompetent = incompetent
grade-good = good
grade-fair = fairly good
grade-average = average
grade-poor = poor
grade-satisfied = satisfied
grade-mostly = mostly satisfied
grade-dissatisfied = dissatisfied
grade-yes = yes
grade-no = no
grade-abstain = abstain
button-grade-excellent = Excellent
button-grade-competent = Competent
button-grade-basic = Basically competent
button-grade-incompetent = Incompetent
button-grade-good = Good
button-grade-fair = Fairly good
button-grade-average = Average
button-grade-poor = Poor
button-grade-satisfied = Satisfied
button-grade-mostly = Mostly satisfied
button-grade-dissatisfied = Dissatisfied
button-grade-yes = Yes
button-grade-no = No
button-grade-abstain = Abstain (I cannot judge)
dimension-morality = Conduct
dimension-ability = Ability
dimension-diligence = Diligence
dimension-achievement = Achievements
dimension-integrity = Integrity
dimension-decision = Decision
dimension-short-morality = conduct
dimension-short-ability = ability
dimension-short-diligence = diligence
dimension-short-achievement = achievements
dimension-short-integrity = integrity
dimension-short-decision = decision
votes = 🗳 <b>Appraisals and votes</b>, please choose:
votes-none = 🗳 There is nothing to vote on now. We will tell you when there is.
vote-row = { $title } · { $standing }
vote-is-soon = not open yet
vote-is-may_vote = waits for your vote
vote-is-voted = voted
vote-is-not_on_roll = you are not on the roll
vote-is-unverified = show who you are first
vote-is-over = see the result
vote-is-waits = being counted
button-verify = Show who I am (by phone number)
button-vote = 🗳 Vote
button-all-votes = All appraisals and votes
button-share-phone = 📱 Show my phone number
keyboard-share-phone = 📱 Give the office my phone number
vote-ballot = 🗳 <b>{ $title }</b> ({ $kind })
    { $opens } to { $closes }

    { $intro }
vote-branch = The party branch studied it first: { $study }
ballot-turnout = { $marks } of { $seats } votes cast ({ $share }%)
vote-stand-soon = {"\u000A"}It opens { $opens }; we will tell you.
vote-stand-may_vote = {"\u000A"}The vote is secret: the register says only who has voted, the box holds only votes, and nobody can find out what you chose. Until you cast it you can change it; afterwards you cannot.
vote-stand-voted = {"\u000A"}✅ You (or your household) have voted. The result is published after { $closes }.
vote-stand-not_on_roll = {"\u000A"}You are not on the roll of this vote, so you cannot vote. If you think that is wrong, call the office: { $phone }
vote-stand-unverified = {"\u000A"}To vote, show who you are first: with your own phone number.
vote-stand-waits = {"\u000A"}Voting is over; the votes are being counted.
vote-verify = 📱 <b>Show who you are</b>

    Before you vote we have to know whether you are on the roster. Press “Show my phone number”, then the button at the bottom of your screen. The number is only compared with the roster, and not kept besides.
vote-share-below = 👇 Please press the button at the very bottom of the screen: “Give the office my phone number”.
vote-contact-own = Please show your own number: press “Show my phone number”, then the button at the bottom of the screen. A forwarded card cannot be used.
vote-verified = ✅ Thank you, we know you now.
vote-debrief = 📄 <b>{ $name }</b> ({ $number } of { $count }). Please read first:

    { $text }
button-grade = I have read it: { $name }
button-debrief-file = 📎 See the file
button-vote-later = Leave it for later
vote-later = What you have chosen is kept, and nobody can see it. Send /vote to go on.
vote-given = ✓ { $dimension }: { $grade }
vote-grade = 🗳 <b>{ $name }</b> ({ $number }/{ $count })
    <b>{ $dimension }</b>: what do you think? Please press a button:
vote-motion = 🗳 <b>{ $name }</b>
    Do you agree? Please press a button:
button-vote-before = ← Back
vote-press = Please press a button here. What you type is no vote, and is not kept.
vote-review = 🗳 <b>{ $title }</b>. Please look it over once more:
vote-review-row = • <b>{ $name }</b>: { $grades }
vote-review-open = {"\u000A"}{ $count } not answered yet.
vote-review-receipt = {"\u000A"}🎫 Your receipt: <code>{ $code }</code>
    <b>Write it down or take a screenshot now: once you have cast your vote nobody knows it.</b> After publication it shows that your vote is in; it does not show what you chose.
    A vote that is cast cannot be changed.
button-vote-rest = Go on choosing
button-cast = ✅ Cast my vote
button-vote-change = Change something
vote-change = What do you want to change?
button-change-of = { $name }
vote-cast-done = ✅ <b>Your vote is in the box.</b>
    { $title }: { $marks } of { $seats } votes cast ({ $share }%)
    It closes { $closes }; then the result is published.
button-show-ballot = 🗳 Open
vote-result = 📊 <b>{ $title }</b>: the result (closed { $closes })
ballot-result-subject = {"\u000A"}<b>{ $name }</b>: { $overall }, satisfaction { $rate }%
ballot-spread-4 = · { $dimension }: { $grade1 } { $count1 }, { $grade2 } { $count2 }, { $grade3 } { $count3 }, { $grade4 } { $count4 }, abstained { $abstain }
ballot-spread-3 = · { $dimension }: { $grade1 } { $count1 }, { $grade2 } { $count2 }, { $grade3 } { $count3 }, abstained { $abstain }
ballot-result-group = {"\u000A"}Among them <b>{ $name }</b>:
ballot-flag-no_award = ⚠️ Below the first two grades: no awards.
ballot-flag-twice = ⚠️ “Incompetent” twice in a row: the office ends (law, art. 37).
ballot-withheld-mismatch = ⚠️ The ballots in the box are not as many as the register says have voted. So the result is not published; the supervision committee looks into it.
ballot-withheld-few = Fewer than 5 people (or fewer than 5 of one class) have voted. The numbers would show who chose what, so they are not published.
motion-votes = Yes { $yes }, no { $no }, abstained { $abstain }
motion-quorum = Those who take part must be { $more ->
    [yes] more than
   *[no] at least
} { $top }/{ $bottom } of all: { $part } × { $bottom } = { $left } { $sign } { $right } = { $whole } × { $top }, { $reached ->
    [yes] enough
   *[no] not enough
}
motion-majority = Those who agree must be { $more ->
    [yes] more than
   *[no] at least
} { $top }/{ $bottom } of those who took part: { $part } × { $bottom } = { $left } { $sign } { $right } = { $whole } × { $top }, { $reached ->
    [yes] enough
   *[no] not enough
}
motion-not-quorate = ❌ <b>Too few took part; the vote is not valid.</b>
motion-passed = ✅ <b>Passed.</b>
motion-failed = ❌ <b>Not passed.</b>
button-result-of = How “{ $name }” was judged
button-result-whole = ← The whole result
button-chart = 📊 See it as a chart
button-lists = 📄 Get the published lists
vote-chart = 📊 The result as a chart
vote-lists = 📄 The published lists: receipts and choices apart, each shuffled by itself. Anybody can count again.
    Check code: <code>{ $seal }</code>
chart-turnout-rated = { $cast } of { $seats } votes cast; percentages: how many are satisfied
chart-turnout = { $cast } of { $seats } votes cast
ballot-opened = 🗳 <b>{ $title }</b> is open until { $closes }. Please vote; nobody can find out what you choose.
ballot-opened-staff = 🗳 <b>{ $title }</b> is open until { $closes }, with { $seats } votes to be cast. Send /ballots for the turnout.
ballot-told-published = 📊 The result of <b>{ $title }</b> has been published.
ballot-told-withheld = The vote <b>{ $title }</b> is over; its result is not published.
ballot-told-cancelled = <b>{ $title }</b> has been cancelled. Votes that were cast are destroyed and not counted.
ballots = 🗳 Appraisals and votes ({ $count })
ballots-none = 🗳 No appraisals or votes yet. Load one with the command linli ballot load.
ballots-row = { $title } · { $state }
ballot-sheet = 🗳 <b>{ $title }</b> ({ $kind }, { $unit }) · { $state }
    { $opens } to { $closes }
ballot-sheet-of = Judged: { $subjects }
    Voters: { $classes }
ballot-sheet-branch = Party branch: { $study }
ballot-sheet-approved = Approved by: { $names } ({ $count }/{ $of })
ballot-do-propose = Hand in for approval
ballot-do-approve = ✅ I approve
ballot-do-send_back = Send back
ballot-do-cancel = ✖️ Cancel
ballot-do-refresh = 🔄 Refresh
ballot-do-list = ← All
ballot-cancel-sure = Cancel “{ $title }”? The { $marks } votes cast are destroyed, not counted, and cannot be brought back.
ballot-cancel-two = Two members of the committee have to say so; you are the first.
ballot-sheet-off = ✖️ { $name } wants it cancelled; one more member has to press Cancel.
ballot-do-cancel-sure = Yes, cancel it
ballot-do-keep = Keep it
ballot-done-propose = Handed in; two members of the committee have to approve
ballot-done-approve = Your approval is noted
ballot-done-send_back = Sent back
ballot-done-cancel-wished = Noted: one more member has to press Cancel
ballot-done-cancel = Cancelled
button-report = 📄 Read what it is about
button-report-next = Next →
ballot-report = 📄 <b>{ $name }</b> ({ $number }/{ $count })

    { $text }
ballot-notice = 🗳 <b>{ $title }</b>: voting opens { $opens } and closes { $closes }. Please read first what will be decided.
ballot-weights = Weight of each vote: { $classes }
ballot-rule-residents = The residents' meeting decides: it passes if more than half of those entitled take part and more than half of those say yes.
ballot-rule-households = The households decide, one vote each: it passes if more than half of them take part and more than half of those say yes.
ballot-rule-representatives = The representatives' meeting decides: it passes if at least two thirds take part and more than half of those say yes.
ballot-do-read = 📄 Read it
ballot-do-sheet = ← Back
