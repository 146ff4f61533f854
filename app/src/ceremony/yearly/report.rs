//! What the report says of it: each line names with what something was compared, and what was not checked is said as
//! plainly as what was.

use std::time::SystemTime;

use super::dates::a_year_after;
use super::findings::{CardCame, Findings, NitrokeyCame, NitrokeySeen, Recovered, StickSeen};
use super::stick::OnStick;
use crate::backup::{Cards, Moment};
use crate::language::shown::plain;
use crate::language::{Noted, Texts};
use crate::openpgp::Revoked;
use crate::paper::{Mark, Yearly, YearlyBackup, YearlyLine};
use crate::plan::Role;

use Mark::{Bad, Good, Open};

/// As much of a name as is printed.
const NAME: usize = 60;

/// The placeholders of a line.
type Values<'a> = &'a [(&'a str, fluent_bundle::FluentValue<'a>)];

fn line(texts: &Texts, mark: Mark, said: Noted, values: Values<'_>) -> YearlyLine {
    YearlyLine { mark, what: texts.say(said.label, values), with: texts.say(said.note, values) }
}

/// The number of a version's parts, to tell the older of two.
fn version(text: &str) -> Vec<u64> {
    text.split(['.', '-']).map_while(|part| part.parse().ok()).collect()
}

impl Findings {
    /// Whether the keys expire within a year, or have. Revoked, they are over, and nothing prolongs them.
    pub fn expires_soon(&self) -> bool {
        self.revoked.is_none() && self.expires.is_some_and(|expires| expires < a_year_after(self.today))
    }

    /// The report, in the language of the texts.
    pub fn report(&self, texts: &Texts) -> Yearly {
        let day = |time: SystemTime| texts.day(&Moment::from(time).day());
        let mut lines = self.clock(texts);
        lines.extend(self.of_sticks(texts));
        lines.extend(self.cards(texts));
        lines.push(self.recovery(texts));
        if self.is_contradicted {
            lines.push(line(texts, Bad, noted!("yearly-said-contradicted"), &[]));
        }
        lines.extend(self.nitrokeys(texts));
        lines.push(self.expiry(texts));
        for always in [
            noted!("yearly-said-image-newer"),
            noted!("yearly-said-copies"),
            noted!("yearly-said-paper"),
            noted!("yearly-said-fido"),
        ] {
            lines.push(line(texts, Open, always, &[]));
        }
        Yearly {
            day: day(self.today),
            next: day(a_year_after(self.today)),
            backup: self.backup.as_ref().map(|manifest| YearlyBackup {
                owner: manifest.user_ids.first().map(|id| plain(id, NAME)).unwrap_or_default(),
                fingerprint: manifest.fingerprint.clone(),
                set: manifest.set.to_string(),
                sealing: manifest.sealing.to_string(),
                made: texts.day(&manifest.moment.day()),
            }),
            lines,
        }
    }

    fn clock(&self, texts: &Texts) -> Vec<YearlyLine> {
        let today = ("today", texts.day(&Moment::from(self.today).day()).into());
        let program = ("program", self.program.into());
        let Some(manifest) = &self.backup else {
            return vec![
                line(texts, Good, noted!("yearly-said-clock-alone"), &[today]),
                line(texts, Open, noted!("yearly-said-image-alone"), &[program]),
            ];
        };
        let sealed = ("sealed", texts.day(&manifest.moment.day()).into());
        let sealed_by = ("by", plain(&manifest.program, NAME).into());
        let clock = match self.clock_is_behind {
            true => line(texts, Bad, noted!("yearly-said-clock-behind"), &[today, sealed]),
            false => line(texts, Good, noted!("yearly-said-clock"), &[today, sealed]),
        };
        let image = match version(self.program) < version(&manifest.program) {
            true => line(texts, Bad, noted!("yearly-said-image-old"), &[program, sealed_by]),
            false => line(texts, Good, noted!("yearly-said-image"), &[program, sealed_by]),
        };
        vec![clock, image]
    }

    /// What is said of the sticks.
    pub fn of_sticks(&self, texts: &Texts) -> Vec<YearlyLine> {
        let said = |StickSeen { name, found }: &StickSeen| {
            let stick = ("stick", plain(name, NAME).into());
            let of = |sealing: &u32, moment: &Moment| {
                [
                    stick.clone(),
                    ("sealing", sealing.to_string().into()),
                    ("day", texts.day(&moment.day()).into()),
                ]
            };
            match found {
                Ok(OnStick::Same) => {
                    let sealing = self.backup.as_ref().map_or(0, |manifest| manifest.sealing);
                    let values = [stick, ("sealing", sealing.to_string().into())];
                    line(texts, Good, noted!("yearly-said-stick"), &values)
                }
                Ok(OnStick::Newer { sealing, moment }) => {
                    line(texts, Bad, noted!("yearly-said-stick-newer"), &of(sealing, moment))
                }
                Ok(OnStick::Older { sealing, moment }) => {
                    line(texts, Bad, noted!("yearly-said-stick-older"), &of(sealing, moment))
                }
                Ok(OnStick::Revoked) => line(texts, Bad, noted!("yearly-said-stick-revoked"), &[stick]),
                Ok(OnStick::Kept { sealing, moment }) => {
                    line(texts, Bad, noted!("yearly-said-stick-kept"), &of(sealing, moment))
                }
                Ok(OnStick::Apart { sealing, moment }) => {
                    line(texts, Bad, noted!("yearly-said-stick-apart"), &of(sealing, moment))
                }
                Ok(OnStick::Differs) => line(texts, Bad, noted!("yearly-said-stick-differs"), &[stick]),
                Ok(OnStick::Other) => line(texts, Open, noted!("yearly-said-stick-other"), &[stick]),
                Ok(OnStick::Alone) => line(texts, Open, noted!("yearly-said-stick-alone"), &[stick]),
                Ok(OnStick::Nothing) => line(texts, Open, noted!("yearly-said-stick-none"), &[stick]),
                Err(cause) => {
                    let values = [stick, ("cause", cause.clone().into())];
                    line(texts, Bad, noted!("yearly-said-stick-unreadable"), &values)
                }
            }
        };
        let has_one =
            self.backup.is_some() || self.sticks.iter().any(|seen| seen.found == Ok(OnStick::Alone));
        let none = (!has_one).then(|| line(texts, Bad, noted!("yearly-said-no-bundle"), &[]));
        none.into_iter().chain(self.sticks.iter().map(said)).collect()
    }

    /// What is said of a card.
    pub fn of_card(&self, came: CardCame, texts: &Texts) -> YearlyLine {
        let (set, cards) = self.set_and_cards();
        let values = |card: u8| [("card", card.into()), ("cards", cards.into()), ("set", set.clone().into())];
        match came {
            CardCame::Good(card) => line(texts, Good, noted!("yearly-said-card"), &values(card)),
            CardCame::Mended(card) => line(texts, Bad, noted!("yearly-said-card-mended"), &values(card)),
            CardCame::OtherSet { card, set: found } => {
                let values =
                    [("card", card.into()), ("found", found.to_string().into()), ("set", set.clone().into())];
                line(texts, Bad, noted!("yearly-said-card-other"), &values)
            }
            CardCame::Wrong(Some(card)) => line(texts, Bad, noted!("yearly-said-card-wrong"), &values(card)),
            CardCame::Wrong(None) => {
                line(texts, Bad, noted!("yearly-said-card-unlisted"), &[("set", set.clone().into())])
            }
            CardCame::Alone(card) => {
                let card = Cards(vec![card]).to_string();
                line(texts, Open, noted!("yearly-said-card-alone"), &[("card", card.into())])
            }
        }
    }

    fn set_and_cards(&self) -> (String, u8) {
        let backup = self.backup.as_ref();
        backup.map(|backup| (backup.set.to_string(), backup.quorum.cards())).unwrap_or_default()
    }

    fn cards(&self, texts: &Texts) -> Vec<YearlyLine> {
        let there = |card: &u8| {
            let is_it = |came: &CardCame| match came {
                CardCame::Good(x) | CardCame::Mended(x) | CardCame::Wrong(Some(x)) => x == card,
                _ => false,
            };
            self.cards.iter().any(is_it)
        };
        let (_, cards) = self.set_and_cards();
        let missing: Vec<_> = (1..=cards).filter(|card| !there(card)).map(Some).collect();
        let missing = match (missing.len(), &self.backup) {
            (_, None) => Some(line(texts, Open, noted!("yearly-said-cards-none"), &[])),
            (0, Some(_)) => None,
            (many, Some(_)) => {
                let values = [("many", many.into()), ("cards", Cards(missing).to_string().into())];
                Some(line(texts, Open, noted!("yearly-said-cards-missing"), &values))
            }
        };
        self.cards.iter().map(|came| self.of_card(*came, texts)).chain(missing).collect()
    }

    fn recovery(&self, texts: &Texts) -> YearlyLine {
        let needed = self.backup.as_ref().map_or(0, |manifest| manifest.quorum.needed());
        let values = [("needed", needed.into())];
        match (self.recovered, &self.backup) {
            (Recovered::Yes, _) => line(texts, Good, noted!("yearly-said-recovery"), &values),
            (Recovered::Failed, _) => line(texts, Bad, noted!("yearly-said-recovery-failed"), &values),
            (Recovered::Not, Some(_)) => line(texts, Open, noted!("yearly-said-recovery-not"), &values),
            (Recovered::Not, None) => line(texts, Open, noted!("yearly-said-recovery-none"), &values),
        }
    }

    fn nitrokeys(&self, texts: &Texts) -> Vec<YearlyLine> {
        let said = |NitrokeySeen { serial, role, said_by_owner, came }: &NitrokeySeen| {
            let is_named = role.is_some();
            let role = role.as_ref().map_or("Nitrokey", |(_, name)| name);
            let values = [("role", role.to_owned().into()), ("serial", serial.clone().into())];
            match came {
                NitrokeyCame::Proven if *said_by_owner => {
                    line(texts, Good, noted!("yearly-said-nitrokey-by-owner"), &values)
                }
                NitrokeyCame::Proven => line(texts, Good, noted!("yearly-said-nitrokey"), &values),
                NitrokeyCame::WrongPin { left } => {
                    let [role, serial] = values;
                    let values = [role, serial, ("left", (*left).into())];
                    line(texts, Bad, noted!("yearly-said-nitrokey-pin"), &values)
                }
                NitrokeyCame::LastTry => line(texts, Bad, noted!("yearly-said-nitrokey-last"), &values),
                NitrokeyCame::Blocked => line(texts, Bad, noted!("yearly-said-nitrokey-blocked"), &values),
                NitrokeyCame::OldKeys => line(texts, Bad, noted!("yearly-said-nitrokey-old"), &values),
                NitrokeyCame::OldMail => line(texts, Open, noted!("yearly-said-nitrokey-old-mail"), &values),
                NitrokeyCame::NoKeys if is_named => {
                    line(texts, Bad, noted!("yearly-said-nitrokey-none"), &values)
                }
                NitrokeyCame::NoKeys => line(texts, Open, noted!("yearly-said-nitrokey-foreign"), &values),
                NitrokeyCame::Failed(cause) => {
                    let [role, serial] = values;
                    let values = [role, serial, ("cause", cause.clone().into())];
                    line(texts, Bad, noted!("yearly-said-nitrokey-failed"), &values)
                }
            }
        };
        let was_here = |role: Role| {
            self.nitrokeys.iter().any(|seen| seen.role.as_ref().is_some_and(|(r, _)| *r == role))
        };
        let (spare, primary) = match &self.backup {
            Some(_) => (noted!("yearly-said-spare-not"), noted!("yearly-said-primary-not")),
            None => (noted!("yearly-said-spare-alone"), noted!("yearly-said-primary-alone")),
        };
        let missing = [(Role::SPARE, spare), (Role::Primary, primary)];
        let missing = missing.into_iter().filter(|(role, _)| !was_here(role.clone()));
        let missing: Vec<_> = missing.map(|(_, said)| line(texts, Open, said, &[])).collect();
        let is_more = |role: &Role| !matches!(*role, Role::SPARE | Role::Primary) && !was_here(role.clone());
        let more = self.roles.iter().filter(|(role, _)| is_more(role));
        let more = more.map(|(_, name)| {
            line(texts, Open, noted!("yearly-said-role-not"), &[("role", name.clone().into())])
        });
        self.nitrokeys.iter().map(said).chain(missing).chain(more).collect()
    }

    fn expiry(&self, texts: &Texts) -> YearlyLine {
        if self.backup.is_none() {
            return line(texts, Open, noted!("yearly-said-expiry-not"), &[]);
        }
        if let Some(Revoked { day, reason }) = &self.revoked {
            let values = [("day", texts.day(day).into()), ("reason", texts.say(reason.said(), &[]).into())];
            return line(texts, Bad, noted!("yearly-said-revoked"), &values);
        }
        let Some(expires) = self.expires else {
            return line(texts, Good, noted!("yearly-said-expiry-never"), &[]);
        };
        let values = [("day", texts.day(&Moment::from(expires).day()).into())];
        match () {
            () if expires <= self.today => line(texts, Bad, noted!("yearly-said-expired"), &values),
            () if self.expires_soon() => line(texts, Bad, noted!("yearly-said-expiry-soon"), &values),
            () => line(texts, Good, noted!("yearly-said-expiry"), &values),
        }
    }
}
