//! The layouts themselves, as Debian's `ckbcomp` has them from xkb-data; a test compares all of it.
//!
//! Each layout has four rows of keys, and of each row first the plain level, then the shifted one; the
//! levels with AltGr are in [`super::altgr`].
//! `◌` before an accent says that the key is dead: it types nothing until the next key.

use super::altgr;
use super::layout::Layout;

impl Layout {
    /// Every layout, that of the United States first.
    pub const ALL: &'static [Layout] = &ALL;

    /// The layout of this name.
    pub fn named(name: &str) -> Option<&'static Layout> {
        Self::ALL.iter().find(|layout| layout.name == name)
    }

    /// The layout of Latin letters beneath one that has others: Alt and Shift, pressed together, change
    /// from one to the other and back, as on Debian and on Windows.
    pub fn latin(&self) -> Option<&'static Layout> {
        (self.name == "ru").then_some(&Self::ALL[0])
    }
}

/// Every layout, in the order in which they are offered.
pub(super) const ALL: [Layout; 22] = [
    Layout {
        name: "us",
        rows: r#"
            ` 1 2 3 4 5 6 7 8 9 0 - =
            ~ ! @ # $ % ^ & * ( ) _ +
            q w e r t y u i o p [ ]
            Q W E R T Y U I O P { }
            a s d f g h j k l ; ' \
            A S D F G H J K L : " |
            < z x c v b n m , . /
            > Z X C V B N M < > ?
        "#,
        altgr: "",
    },
    Layout {
        name: "uk",
        rows: r#"
            ` 1 2 3 4 5 6 7 8 9 0 - =
            ¬ ! " £ $ % ^ & * ( ) _ +
            q w e r t y u i o p [ ]
            Q W E R T Y U I O P { }
            a s d f g h j k l ; ' #
            A S D F G H J K L : @ ~
            \ z x c v b n m , . /
            | Z X C V B N M < > ?
        "#,
        altgr: altgr::UK,
    },
    Layout {
        name: "de",
        rows: r#"
            ◌^ 1 2 3 4 5 6 7 8 9 0 ß ◌´
            °  ! " § $ % & / ( ) = ? ◌`
            q w e r t z u i o p ü +
            Q W E R T Z U I O P Ü *
            a s d f g h j k l ö ä #
            A S D F G H J K L Ö Ä '
            < y x c v b n m , . -
            > Y X C V B N M ; : _
        "#,
        altgr: altgr::DE,
    },
    Layout {
        name: "de-nodeadkeys",
        rows: r#"
            ^ 1 2 3 4 5 6 7 8 9 0 ß '
            ° ! " § $ % & / ( ) = ? `
            q w e r t z u i o p ü +
            Q W E R T Z U I O P Ü *
            a s d f g h j k l ö ä #
            A S D F G H J K L Ö Ä '
            < y x c v b n m , . -
            > Y X C V B N M ; : _
        "#,
        altgr: altgr::DE_NODEADKEYS,
    },
    Layout {
        name: "ch-de",
        rows: r#"
            § 1 2 3 4 5 6 7 8 9 0 ' ◌^
            ° + " * ç % & / ( ) = ? ◌`
            q w e r t z u i o p ü ◌¨
            Q W E R T Z U I O P è !
            a s d f g h j k l ö ä $
            A S D F G H J K L é à £
            < y x c v b n m , . -
            > Y X C V B N M ; : _
        "#,
        altgr: altgr::CH,
    },
    Layout {
        name: "ch-fr",
        rows: r#"
            § 1 2 3 4 5 6 7 8 9 0 ' ◌^
            ° + " * ç % & / ( ) = ? ◌`
            q w e r t z u i o p è ◌¨
            Q W E R T Z U I O P ü !
            a s d f g h j k l é à $
            A S D F G H J K L ö ä £
            < y x c v b n m , . -
            > Y X C V B N M ; : _
        "#,
        altgr: altgr::CH,
    },
    Layout {
        name: "fr",
        rows: r#"
            ² & é " ' ( - è _ ç à ) =
            ~ 1 2 3 4 5 6 7 8 9 0 ° +
            a z e r t y u i o p ◌^ $
            A Z E R T Y U I O P ◌¨ £
            q s d f g h j k l m ù *
            Q S D F G H J K L M % µ
            < w x c v b n , ; : !
            > W X C V B N ? . / §
        "#,
        altgr: altgr::FR,
    },
    Layout {
        name: "be",
        rows: r#"
            ² & é " ' ( § è ! ç à ) -
            ³ 1 2 3 4 5 6 7 8 9 0 ° _
            a z e r t y u i o p ◌^ $
            A Z E R T Y U I O P ◌¨ *
            q s d f g h j k l m ù µ
            Q S D F G H J K L M % £
            < w x c v b n , ; : =
            > W X C V B N ? . / +
        "#,
        altgr: altgr::BE,
    },
    Layout {
        name: "es",
        rows: r#"
            º 1 2 3 4 5 6 7 8 9 0 ' ¡
            ª ! " · $ % & / ( ) = ? ¿
            q w e r t y u i o p ◌` +
            Q W E R T Y U I O P ◌^ *
            a s d f g h j k l ñ ◌´ ç
            A S D F G H J K L Ñ ◌¨ Ç
            < z x c v b n m , . -
            > Z X C V B N M ; : _
        "#,
        altgr: altgr::ES,
    },
    Layout {
        name: "it",
        rows: r#"
            \ 1 2 3 4 5 6 7 8 9 0 ' ì
            | ! " £ $ % & / ( ) = ? ^
            q w e r t y u i o p è +
            Q W E R T Y U I O P é *
            a s d f g h j k l ò à ù
            A S D F G H J K L ç ° §
            < z x c v b n m , . -
            > Z X C V B N M ; : _
        "#,
        altgr: altgr::IT,
    },
    Layout {
        name: "pt",
        rows: r#"
            \ 1 2 3 4 5 6 7 8 9 0 ' «
            | ! " # $ % & / ( ) = ? »
            q w e r t y u i o p + ◌´
            Q W E R T Y U I O P * ◌`
            a s d f g h j k l ç º ◌~
            A S D F G H J K L Ç ª ◌^
            < z x c v b n m , . -
            > Z X C V B N M ; : _
        "#,
        altgr: altgr::PT,
    },
    Layout {
        name: "br",
        rows: r#"
            ' 1 2 3 4 5 6  7 8 9 0 - =
            " ! @ # $ % ◌¨ & * ( ) _ +
            q w e r t y u i o p ◌´ [
            Q W E R T Y U I O P ◌` {
            a s d f g h j k l ç ◌~ ]
            A S D F G H J K L Ç ◌^ }
            \ z x c v b n m , . ; /
            | Z X C V B N M < > : ?
        "#,
        altgr: altgr::BR,
    },
    Layout {
        name: "nl",
        rows: r#"
            @ 1 2 3 4 5 6 7 8 9 0 / °
            § ! " # $ % & _ ( ) ' ? ◌~
            q w e r t y u i o p ◌¨ *
            Q W E R T Y U I O P ◌^ |
            a s d f g h j k l + ◌´ <
            A S D F G H J K L ± ◌` >
            ] z x c v b n m , . -
            [ Z X C V B N M ; : =
        "#,
        altgr: altgr::NL,
    },
    Layout {
        name: "se",
        rows: r#"
            § 1 2 3 4 5 6 7 8 9 0 + ◌´
            ½ ! " # ¤ % & / ( ) = ? ◌`
            q w e r t y u i o p å ◌¨
            Q W E R T Y U I O P Å ◌^
            a s d f g h j k l ö ä '
            A S D F G H J K L Ö Ä *
            < z x c v b n m , . -
            > Z X C V B N M ; : _
        "#,
        altgr: altgr::SE,
    },
    Layout {
        name: "no",
        rows: r#"
            | 1 2 3 4 5 6 7 8 9 0 + \
            § ! " # ¤ % & / ( ) = ? ◌`
            q w e r t y u i o p å ◌¨
            Q W E R T Y U I O P Å ◌^
            a s d f g h j k l ø æ '
            A S D F G H J K L Ø Æ *
            < z x c v b n m , . -
            > Z X C V B N M ; : _
        "#,
        altgr: altgr::NO,
    },
    Layout {
        name: "dk",
        rows: r#"
            ½ 1 2 3 4 5 6 7 8 9 0 + ◌´
            § ! " # ¤ % & / ( ) = ? ◌`
            q w e r t y u i o p å ◌¨
            Q W E R T Y U I O P Å ◌^
            a s d f g h j k l æ ø '
            A S D F G H J K L Æ Ø *
            < z x c v b n m , . -
            > Z X C V B N M ; : _
        "#,
        altgr: altgr::DK,
    },
    Layout {
        name: "fi",
        rows: r#"
            § 1 2 3 4 5 6 7 8 9 0 + ◌´
            ½ ! " # ¤ % & / ( ) = ? ◌`
            q w e r t y u i o p å ◌¨
            Q W E R T Y U I O P Å ◌^
            a s d f g h j k l ö ä '
            A S D F G H J K L Ö Ä *
            < z x c v b n m , . -
            > Z X C V B N M ; : _
        "#,
        altgr: altgr::FI,
    },
    Layout {
        name: "pl",
        rows: r#"
            ` 1 2 3 4 5 6 7 8 9 0 - =
            ~ ! @ # $ % ^ & * ( ) _ +
            q w e r t y u i o p [ ]
            Q W E R T Y U I O P { }
            a s d f g h j k l ; ' \
            A S D F G H J K L : " |
            < z x c v b n m , . /
            > Z X C V B N M < > ?
        "#,
        altgr: altgr::PL,
    },
    Layout {
        name: "cz",
        rows: r#"
            ;  + ě š č ř ž ý á í é = ◌´
            ◌° 1 2 3 4 5 6 7 8 9 0 % ◌ˇ
            q w e r t z u i o p ú )
            Q W E R T Z U I O P / (
            a s d f g h j k l ů § ◌¨
            A S D F G H J K L " ! '
            \ y x c v b n m , . -
            | Y X C V B N M ? : _
        "#,
        altgr: altgr::CZ,
    },
    Layout {
        name: "hu",
        rows: r#"
            0 1 2 3 4 5 6 7 8 9 ö ü ó
            § ' " + ! % / = ( ) Ö Ü Ó
            q w e r t z u i o p ő ú
            Q W E R T Z U I O P Ő Ú
            a s d f g h j k l é á ű
            A S D F G H J K L É Á Ű
            í y x c v b n m , . -
            Í Y X C V B N M ? : _
        "#,
        altgr: altgr::HU,
    },
    Layout {
        name: "tr",
        rows: r#"
            " 1 2 3 4 5 6 7 8 9 0 * -
            é ! ' ^ + % & / ( ) = ? _
            q w e r t y u ı o p ğ ü
            Q W E R T Y U I O P Ğ Ü
            a s d f g h j k l ş i ,
            A S D F G H J K L Ş İ ;
            < z x c v b n m ö ç .
            > Z X C V B N M Ö Ç :
        "#,
        altgr: altgr::TR,
    },
    Layout {
        name: "ru",
        rows: r#"
            ё 1 2 3 4 5 6 7 8 9 0 - =
            Ё ! " № ; % : ? * ( ) _ +
            й ц у к е н г ш щ з х ъ
            Й Ц У К Е Н Г Ш Щ З Х Ъ
            ф ы в а п р о л д ж э \
            Ф Ы В А П Р О Л Д Ж Э /
            / я ч с м и т ь б ю .
            | Я Ч С М И Т Ь Б Ю ,
        "#,
        altgr: "",
    },
];
