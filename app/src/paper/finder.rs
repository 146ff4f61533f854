//! The three finder patterns of QR codes in a picture (ISO/IEC 18004 § 6.3.3): every line through
//! their middle goes through dark, light, dark, light and dark, as 1 to 1 to 3 to 1 to 1.

use super::picture::Picture;

/// So many finder patterns are looked at; a sheet full of codes has fewer.
const MOST: usize = 64;

/// A finder pattern.
#[derive(Debug, Clone, Copy)]
pub(super) struct Finder {
    /// Its middle, in pixels.
    pub(super) x: f32,
    pub(super) y: f32,
    /// A module's size, in pixels.
    pub(super) module: f32,
    /// On how many lines it was found.
    lines: usize,
}

/// A picture beside the mean of what is round each pixel. Darker than that is dark.
pub(super) struct Contrast<'a> {
    pub(super) picture: &'a Picture,
    pub(super) means: Picture,
    /// What is dark, in 16ths of the mean.
    darkness: u32,
}

impl<'a> Contrast<'a> {
    pub(super) fn of(picture: &'a Picture, darkness: u32) -> Self {
        let (width, height) = picture.size();
        // Wider than a finder pattern's dark middle, on a code that fills a third of the picture.
        Contrast { picture, means: picture.means(width.max(height) / 40 + 3), darkness }
    }

    fn is_dark(&self, x: usize, y: usize) -> bool {
        u32::from(self.picture.at(x, y)) * 16 < u32::from(self.means.at(x, y)) * self.darkness
    }

    /// All finder patterns, the surest first.
    pub(super) fn finders(&self) -> Vec<Finder> {
        let (width, height) = self.picture.size();
        let mut found: Vec<Finder> = Vec::new();
        for y in 0..height {
            let mut runs = [0; 5];
            let mut dark = false;
            for x in 0..=width {
                let now = x < width && self.is_dark(x, y);
                if now == dark {
                    runs[4] += 1;
                    continue;
                }
                if dark && let Some(module) = module_of(runs) {
                    let middle = x - runs[4] - runs[3] - runs[2] / 2;
                    self.confirm(middle, y, module, &mut found);
                }
                runs.rotate_left(1);
                runs[4] = 1;
                dark = now;
            }
        }
        found.retain(|finder| finder.lines > 1);
        found.sort_by_key(|finder| std::cmp::Reverse(finder.lines));
        found.truncate(MOST);
        found
    }

    /// Looks at a likely middle downwards, and once more across.
    fn confirm(&self, x: usize, y: usize, module: f32, found: &mut Vec<Finder>) {
        let Some((middle_y, down)) = self.cross(x, y, module, false) else { return };
        let Some((middle_x, across)) = self.cross(x, middle_y as usize, module, true) else { return };
        let module = (down + across) / 2.0;
        let near = |finder: &&mut Finder| {
            (finder.x - middle_x).abs().max((finder.y - middle_y).abs()) < 2.0 * module
                && (0.6..1.6).contains(&(finder.module / module))
        };
        match found.iter_mut().find(near) {
            Some(finder) => {
                let n = finder.lines as f32;
                let mean = |old: f32, new: f32| (old * n + new) / (n + 1.0);
                *finder = Finder {
                    x: mean(finder.x, middle_x),
                    y: mean(finder.y, middle_y),
                    module: mean(finder.module, module),
                    lines: finder.lines + 1,
                };
            }
            None => found.push(Finder { x: middle_x, y: middle_y, module, lines: 1 }),
        }
    }

    /// The pattern's middle and module on the line through a point, across or down.
    fn cross(&self, x: usize, y: usize, module: f32, across: bool) -> Option<(f32, f32)> {
        let (width, height) = self.picture.size();
        let (from, end) = if across { (x, width) } else { (y, height) };
        let dark = |at: usize| if across { self.is_dark(at, y) } else { self.is_dark(x, at) };
        // From the middle in each direction: dark, light, dark.
        let longest = (module * 5.0) as usize + 3;
        let runs = |mut at: Option<usize>, next: &dyn Fn(usize) -> Option<usize>| {
            [true, false, true].map(|wanted| {
                let mut run = 0;
                while let Some(here) = at.filter(|here| run < longest && dark(*here) == wanted) {
                    run += 1;
                    at = next(here);
                }
                run
            })
        };
        let back = runs(Some(from), &|at| at.checked_sub(1));
        let ahead = runs(Some(from + 1).filter(|at| *at < end), &|at| Some(at + 1).filter(|at| *at < end));
        let found = module_of([back[2], back[1], back[0] + ahead[0], ahead[1], ahead[2]])?;
        let middle = from as f32 + 1.0 + (ahead[0] as f32 - back[0] as f32) / 2.0;
        (0.5..2.0).contains(&(found / module)).then_some((middle, found))
    }
}

/// The module's size, if five runs are a finder pattern's.
fn module_of(runs: [usize; 5]) -> Option<f32> {
    let module = runs.iter().sum::<usize>() as f32 / 7.0;
    let fits = |run: usize, modules: f32| {
        (run as f32 - modules * module).abs() < 0.3 * module * modules + 0.4 * module + 0.4
    };
    let fit = [1.0, 1.0, 3.0, 1.0, 1.0].iter().zip(runs).all(|(modules, run)| run > 0 && fits(run, *modules));
    fit.then_some(module)
}
