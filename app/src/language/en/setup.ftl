# English: set up keys

## The stages

stage-check = Self-check
stage-plan = Plan
stage-meet = Meet the Nitrokeys
stage-random = Randomness
stage-make = Make the keys
stage-seal = Seal and split
stage-cards = Share cards
stage-bundle = Bundle on sticks
stage-rehearse = Rehearsal
stage-flash = Write Nitrokeys
stage-done = Done

## 1. Self-check

self-check = Is this computer fit for it?
self-check-text = Your keys are born here. So this computer should be connected to nothing.
self-check-offline = It is offline: there is no network device.
self-check-online = This computer has network devices: { $networks }. For real keys, start Coldspare from its stick. Here it is only good for trying it out.
self-check-memory = Memory: { $memory } MB are free.
self-check-no-memory = Only { $memory } MB of memory are free, 64 MB are wanted. It may stop in the middle. Use another computer.
self-check-swap = Memory may be written to this computer’s disk (swap). For real keys, start Coldspare from its stick.
self-check-cards = The smart card service answers.
self-check-help = A computer that is online can be read by others. Coldspare’s own stick starts a system that knows no network and no disk, so nothing can get in and nothing can get out. On an ordinary computer Coldspare works as well, to get to know it.
clock = What time is it?
clock-text = The keys bear the date on which they were made, and it cannot be changed later. Correct it if it is wrong. The time is that of Greenwich (UTC); an hour more or less does no harm.
clock-wrong = This computer’s clock must be wrong. Type the right date.
clock-field = Year-month-day hour:minute
clock-help = A computer that was without current for long has forgotten the time. With a wrong date your keys may not be valid yet on other computers, or expire too early.
