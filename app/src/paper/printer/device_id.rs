//! What a printer says of itself: its IEEE 1284 device id (IEEE 1284-2000 § 7.6).
//!
//! `MFG:EPSON;CMD:ESC/POS;MDL:TM-T88V;…`: pairs of a key and values with commas between, perhaps
//! after two bytes with the length. Linux gives it in sysfs, without these (`usblp.c`).

use std::panic::catch_unwind;

use crate::language::shown::is_plain;

/// A length has two bytes; the kernel reads no more than a page.
const LONGEST_ID: usize = 4096;
/// As much of one value as is kept.
const LONGEST: usize = 1024;

/// A page description language that the program can write; first the ones to use first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// PostScript, Level 2 and later: paths, sharp in the printer's own resolution.
    PostScript,
    /// PCL 5: pixels that stand where they are put.
    Pcl,
    /// PDF; a printer may scale it to its own margins.
    Pdf,
    /// PWG Raster.
    PwgRaster,
    /// Apple raster (URF).
    AppleRaster,
    /// ESC/POS: receipt printers.
    EscPos,
}

impl Language {
    /// What a command set calls it, whatever stands around the name: `HP ENHANCED PCL5`, `PCL 5 Emulation`,
    /// `Adobe Level 3 PostScript`. Makers' names for PostScript: Brother's BR-Script, Kyocera's KPDL. PCL XL, PCL 6 and the
    /// PCL 3 of inkjets are not PCL 5.
    fn of(token: &str) -> Option<Self> {
        let words = token.split([' ', '-', '_']).map(str::to_ascii_uppercase);
        let name: String = words.filter(|word| !AROUND.contains(&&**word)).collect();
        match &*name {
            "PS" | "PS2" | "PS3" => Some(Language::PostScript),
            name if name.contains("POSTSCRIPT") => Some(Language::PostScript),
            name if ["BRSCRIPT", "KPDL"].iter().any(|known| name.starts_with(known)) => {
                Some(Language::PostScript)
            }
            "PCL" => Some(Language::Pcl),
            name if name.starts_with("PCL5") => Some(Language::Pcl),
            "PDF" => Some(Language::Pdf),
            "PWG" | "PWGRASTER" => Some(Language::PwgRaster),
            "URF" | "APPLERASTER" => Some(Language::AppleRaster),
            "ESC/POS" | "ESCPOS" | "EPOS" => Some(Language::EscPos),
            // Some ids have a fixed length and end within a name (`POSTSCRI`). No other language begins so.
            cut if cut.len() >= SHORTEST_CUT => {
                let whole = CUT.iter().find(|(whole, _)| whole.starts_with(cut));
                whole.map(|(_, language)| *language)
            }
            _ => None,
        }
    }
}

/// What stands around a language's name and says nothing of it.
const AROUND: [&str; 5] = ["HP", "ENHANCED", "LEVEL", "EMULATION", "GENUINE"];
/// Names that are known if no more than their beginning is there.
const CUT: [(&str, Language); 4] = [
    ("POSTSCRIPT", Language::PostScript),
    ("BRSCRIPT", Language::PostScript),
    ("PWGRASTER", Language::PwgRaster),
    ("APPLERASTER", Language::AppleRaster),
];
/// With fewer letters it could be something else.
const SHORTEST_CUT: usize = 4;

/// The families of HP's inkjets, as their models are called. With few exceptions they speak PCL 3.
const INKJETS: [&str; 8] =
    ["DESKJET", "DESKWRITER", "OFFICEJET", "PSC", "PHOTOSMART", "ENVY", "APOLLO", "COLOR COPIER"];

/// A device id, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeviceId {
    /// `MFG`, `MANUFACTURER`.
    pub maker: String,
    /// `MDL`, `MODEL`.
    pub model: String,
    /// `CMD`, `COMMAND SET`: what it speaks, in its own words.
    pub commands: Vec<String>,
    /// `URF`, `RS300-600`: in how many pixels to an inch it takes Apple raster, ascending.
    pub apple_resolutions: Vec<u32>,
}

impl DeviceId {
    /// Reads one. What cannot be read is left out: nothing that a printer says is an error yet. Should the program fall
    /// over it, that printer says nothing of itself, and hides no other.
    pub fn parse(bytes: &[u8]) -> Self {
        catch_unwind(|| Self::read(bytes)).unwrap_or_default()
    }

    fn read(bytes: &[u8]) -> Self {
        #[cfg(test)]
        crate::unforeseen::fall_over(bytes);
        // A length has a byte that is no letter, whichever byte of it comes first.
        let has_length = bytes.iter().take(2).any(|byte| *byte < b' ');
        let bytes = bytes.get(..LONGEST_ID).unwrap_or(bytes);
        let text =
            String::from_utf8_lossy(if has_length { bytes.get(2..).unwrap_or_default() } else { bytes });
        let mut id = DeviceId::default();
        for pair in text.split(';') {
            let Some((key, value)) = pair.split_once(':') else { continue };
            // It is shown on a screen.
            let value: String = value.chars().filter(|c| is_plain(*c)).take(LONGEST).collect();
            match key.trim().to_ascii_uppercase().as_str() {
                "MFG" | "MANUFACTURER" => id.maker = value.trim().into(),
                "MDL" | "MODEL" => id.model = value.trim().into(),
                "CMD" | "COMMAND SET" => {
                    let tokens = value.split(',').map(|token| token.trim().to_owned());
                    id.commands.extend(tokens.filter(|token| !token.is_empty()));
                }
                "URF" => {
                    let listed = value.split(',').find_map(|item| item.trim().strip_prefix("RS"));
                    id.apple_resolutions = listed
                        .into_iter()
                        .flat_map(|l| l.split('-'))
                        .filter_map(|dpi| dpi.parse().ok())
                        .collect();
                    id.apple_resolutions.sort_unstable();
                }
                _ => (),
            }
        }
        id
    }

    /// Maker and model.
    pub fn name(&self) -> String {
        let repeats = self.model.to_lowercase().starts_with(&self.maker.to_lowercase());
        let maker = if repeats { "" } else { &self.maker };
        format!("{maker} {}", self.model).trim().into()
    }

    /// The languages of ours that it speaks, the one to use first.
    pub fn languages(&self) -> Vec<Language> {
        let mut languages: Vec<_> = self.commands.iter().filter_map(|token| Language::of(token)).collect();
        // Inkjets that need HP's driver say plain `PCL` beside the name of what they really take.
        let inkjet = |token: &String| {
            let token = token.to_ascii_uppercase();
            token.starts_with("PCL3") || token == "DW-PCL"
        };
        if self.commands.iter().any(inkjet) && !self.names_pcl_5() {
            languages.retain(|language| *language != Language::Pcl);
        }
        languages.sort();
        languages.dedup();
        languages
    }

    /// Whether it is one of HP's inkjets that says no more than `PCL` and most likely means PCL 3. Its raster graphics are
    /// the part of PCL 5 that is written here; that was tried on none of them.
    pub fn means_pcl_3(&self) -> bool {
        let model = self.name().to_ascii_uppercase();
        let family = INKJETS.iter().any(|family| model.contains(family));
        let more = |token: &String| {
            let token = token.to_ascii_uppercase();
            token.contains("PCLXL") || token.contains("PCL6")
        };
        family
            && self.languages() == [Language::Pcl]
            && !self.names_pcl_5()
            && !self.commands.iter().any(more)
    }

    /// Whether it names PCL 5 with its number.
    fn names_pcl_5(&self) -> bool {
        let plain = |token: &String| token.trim().eq_ignore_ascii_case("PCL");
        self.commands.iter().any(|token| !plain(token) && Language::of(token) == Some(Language::Pcl))
    }

    /// In how many pixels to an inch it is sent Apple raster: 300, or if it does not list that the next
    /// that it does.
    pub(super) fn apple_resolution(&self) -> u32 {
        let listed = self.apple_resolutions.iter().copied();
        listed.filter(|dpi| (300..=600).contains(dpi)).min().unwrap_or(300)
    }

    /// Whether it takes jobs in HP's Printer Job Language, which says where a job begins and ends.
    pub(super) fn speaks_pjl(&self) -> bool {
        self.commands.iter().any(|token| token.eq_ignore_ascii_case("PJL"))
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{AppleRaster, EscPos, Pcl, Pdf, PostScript, PwgRaster};
    use super::*;

    #[test]
    fn no_printer_draws_on_the_screen_and_none_goes_on_for_ever() {
        let id = DeviceId::parse("MFG:A\u{1b}[2J\u{202e}B\u{200b};MDL:\r\n\u{2066}C".as_bytes());
        assert_eq!(id.name(), "A[2JB C");
        let endless = DeviceId::parse(&[b"MFG:".to_vec(), vec![b'x'; 1 << 20]].concat());
        assert_eq!(endless.name().len(), LONGEST);
        // A length that lies, a key without an end, numbers without one.
        assert_eq!(DeviceId::parse(b"\xff\xff").name(), "");
        assert_eq!(DeviceId::parse(b"MFG").name(), "");
        assert_eq!(DeviceId::parse(b"URF:RS99999999999999999999-300").apple_resolutions, [300]);
    }

    /// As printers in use give them.
    #[test]
    fn printers_say_what_they_speak() {
        let table: &[(&str, &str, &[Language])] = &[
            (
                "MFG:Hewlett-Packard;CMD:PJL,MLC,BIDI-ECP,PCL,POSTSCRIPT,PCLXL;MDL:hp LaserJet 1320 series;CLS:PRINTER;DES:Hewlett-Packard LaserJet 1320 series;MEM:9MB;COMMENT:RES=1200x1;",
                "Hewlett-Packard hp LaserJet 1320 series",
                &[PostScript, Pcl],
            ),
            (
                "MFG:HP;MDL:HP LaserJet Pro M404-M405;CMD:PCL5c,PCLXL,POSTSCRIPT,PDF,PJL,Automatic,JPEG,AppleRaster,PWGRaster,PCLM,802.3,DESKJET,DYN;CLS:PRINTER;DES:W1A53A;",
                "HP LaserJet Pro M404-M405",
                &[PostScript, Pcl, Pdf, PwgRaster, AppleRaster],
            ),
            ("MFG:Hewlett-Packard;MDL:HP LaserJet 1018;CMD:ZJS;", "Hewlett-Packard HP LaserJet 1018", &[]),
            ("MFG:Hewlett-Packard;MDL:HP LaserJet 1200;", "Hewlett-Packard HP LaserJet 1200", &[]),
            (
                "MFG:Hewlett-Packard;MDL:PSC 2200 Series;CMD:MLC,PCL,PML,DW-PCL,DYN;CLS:PRINTER;",
                "Hewlett-Packard PSC 2200 Series",
                &[],
            ),
            ("MFG:Brother;CMD:PJL,HBP;MDL:HL-2130 series;CLS:PRINTER;", "Brother HL-2130 series", &[]),
            (
                "MFG:Brother;CMD:PJL,PCL,PCLXL,URF;MDL:HL-L2460DW;CLS:PRINTER;CID:Brother Laser Type1;URF:W8,CP1,IS4-1,MT1-3-4-5-8,OB10,PQ3-4-5,RS300-600-1200,V1.5,DM1;",
                "Brother HL-L2460DW",
                &[Pcl, AppleRaster],
            ),
            (
                "MANUFACTURER:Brother;COMMAND SET:PJL,MLC,PCL,PCLXL,POSTSCRIPT;MODEL:HP LaserJet 4050 Series;CLASS:PRINTER;COMMENT:The model name HP LaserJet 4050 Series is used only for compatibility information for HP printer",
                "Brother HP LaserJet 4050 Series",
                &[PostScript, Pcl],
            ),
            (
                "ID:FS-4000DN;MFG:Kyocera;CMD:PCLXL,PostScript Emulation,PCL5E,PJL;MDL:FS-4000DN;CLS:PRINTER;DES:Kyocera FS-4000DN;",
                "Kyocera FS-4000DN",
                &[PostScript, Pcl],
            ),
            (
                "MFG:Samsung;CMD:SPL,URF,FWV,PIC,EXT,DCU;MDL:M2070 Series;CLS:PRINTER;CID:SA_SPLV3_BW;MODE:SCN,SPL3,R000105;STATUS:IDLE;",
                "Samsung M2070 Series",
                &[AppleRaster],
            ),
            (
                "MFG:Canon;CMD:BJRaster3,NCCe,IVEC;SOJ:CHMP;MDL:G3010 series;CLS:PRINTER;DES:Canon G3010 series;VER:1.060;STA:10;",
                "Canon G3010 series",
                &[],
            ),
            (
                "MFG:EPSON;CMD:ESCPL2,BDC,D4,D4PX,ESCPR1;MDL:L355 Series;CLS:PRINTER;DES:EPSON L355 Series;CID:EpsonRGB;",
                "EPSON L355 Series",
                &[],
            ),
            (
                "MFG:EPSON;CMD:ESC/POS;MDL:TM-T88V;CLS:PRINTER;DES:EPSON TM-T88V;CID:EpsonTM00000001;",
                "EPSON TM-T88V",
                &[EscPos],
            ),
            ("MFG:Xprinter;MDL:XP-58;CMD:ESC/POS;", "Xprinter XP-58", &[EscPos]),
            (
                "MANUFACTURER:;COMMAND SET:ESC/POS;MODEL:ELGIN I9;ACTIVE COMMAND:ESC/POS;",
                "ELGIN I9",
                &[EscPos],
            ),
            (
                "MFG:HP;MDL:OfficeJet 200 Mobile Series;CMD:PCL3GUI,PCL3,PJL,Automatic,JPEG,XHTMLPrint,PCLM,AppleRaster,PWGRaster,DW-PCL,802.11,DESKJET,DYN;CLS:PRINTER;",
                "HP OfficeJet 200 Mobile Series",
                &[PwgRaster, AppleRaster],
            ),
            (
                "MANUFACTURER:Lexmark International;COMMAND SET:NPAP, PJL;MODEL:Lexmark E120;CLS:PRINTER;",
                "Lexmark International Lexmark E120",
                &[],
            ),
            (
                "MFG:Samsung;CMD:GDI;MDL:SCX-4200 Series;CLS:PRINTER;MODE:PCL;STATUS:IDLE;",
                "Samsung SCX-4200 Series",
                &[],
            ),
            (
                "MANUFACTURER:TOSHIBA;COMMAND SET:PJL,PCL,PCLXL,POSTSCRIPT,XPS;MODEL:e-STUDIO3015AC;CLASS:PRINTER;",
                "TOSHIBA e-STUDIO3015AC",
                &[PostScript, Pcl],
            ),
        ];
        for (text, name, languages) in table {
            let mut with_length = u16::try_from(text.len() + 2).unwrap().to_be_bytes().to_vec();
            with_length.extend(text.as_bytes());
            for bytes in [text.as_bytes(), &with_length] {
                let id = DeviceId::parse(bytes);
                assert_eq!((&*id.name(), &*id.languages()), (*name, *languages), "{text}");
            }
        }
    }

    #[test]
    fn apple_raster_comes_in_a_resolution_that_the_printer_lists() {
        for (id, dpi) in [
            ("MDL:HL-L2340D;CMD:PJL,HBP,URF;URF:W8,CP1,IS4-1,OB10,PQ4,RS300-600,V1.3,DM1;", 300),
            ("MDL:ECOSYS M2040dn;CMD:PJL;URF:CP255,DM4,IFU0,IS19-20,OB1-10,PQ4,RS600,V1.4,W8;", 600),
            ("MDL:XP-6000;CMD:URF;URF:CP1,PQ4-5,OB9,OFU0,RS360,SRGB24,W8;", 360),
            ("MDL:one that lists none;CMD:URF;", 300),
        ] {
            assert_eq!(DeviceId::parse(id.as_bytes()).apple_resolution(), dpi, "{id}");
        }
    }

    /// Each of `ids.tsv`: what it is offered, or that it was not tried, or what it is called.
    #[test]
    fn printers_of_other_peoples_lists_are_told_apart() {
        let table = include_str!("ids.tsv");
        let rows = table.lines().filter(|line| !line.starts_with('#'));
        let mut count = 0;
        for row in rows {
            let (expected, id) = row.split_once('\t').unwrap();
            let id = DeviceId::parse(id.as_bytes());
            let mut found: Vec<_> = id.languages().iter().map(|language| format!("{language:?}")).collect();
            if id.means_pcl_3() {
                found.push("untried".into());
            }
            assert_eq!(found.join(", "), expected, "{row}");
            count += 1;
        }
        assert!(count >= 67, "{count}");
    }

    #[test]
    fn makers_names_for_a_language_are_known() {
        for (token, language) in [
            ("BRSCRIPT3", PostScript),
            ("KPDL", PostScript),
            ("PS", PostScript),
            ("POSTSCRIPT LEVEL 2", PostScript),
            ("PCL 5e", Pcl),
            ("PCL5e Emulation", Pcl),
            ("PWG_RASTER", PwgRaster),
            ("EPOS", EscPos),
            ("HP ENHANCED PCL5", Pcl),
            ("HP-PCL", Pcl),
            ("PCL Level 5e", Pcl),
            ("Adobe PostScript 3", PostScript),
            ("Genuine Adobe Level 2 PostScript", PostScript),
            ("PostScript Le", PostScript),
            ("POST", PostScript),
            ("POSTSCRIP", PostScript),
            ("AppleRas", AppleRaster),
        ] {
            assert_eq!(Language::of(token), Some(language), "{token}");
        }
        for token in [
            "PCLXL",
            "PCL6",
            "PCL3GUI",
            "PCLM",
            "HBP",
            "GDI",
            "ESCPL2",
            "ESC/P",
            "P",
            "PO",
            "POS",
            "PC",
            "PCLX",
            "PCL 6 Emulation",
            "HP ENHANCED PCL6",
            "POSTER",
            "EPSONFX",
            "",
        ] {
            assert_eq!(Language::of(token), None, "{token}");
        }
    }

    #[test]
    fn what_a_printer_says_never_is_more_than_text() {
        for bytes in [&b""[..], b"\0", b"\0\x02", b";;:;", b"\xff\xff\xff", b"MDL:\x1b[2J;CMD:,,"] {
            let id = DeviceId::parse(bytes);
            assert!(!id.name().contains('\x1b') && id.languages().is_empty(), "{bytes:?}");
        }
    }
}
