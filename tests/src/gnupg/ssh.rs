//! SSH with the authentication key, answered by GnuPG's agent.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use super::{GnuPg, run, text};
use crate::pcsc::{Run, free_port, is_root, short_folder, wait_until};

impl GnuPg {
    /// The socket where the agent answers for SSH, which it always does. The agent runs.
    ///
    /// # Errors
    /// GnuPG's.
    pub fn ssh_socket(&self) -> Result<PathBuf> {
        run(self.command("gpg-connect-agent").args(["updatestartuptty", "/bye"]), b"")?;
        self.folder("agent-ssh-socket")
    }

    /// The logins that the agent offers, without their comments.
    ///
    /// # Errors
    /// OpenSSH's.
    pub fn ssh_logins(&self) -> Result<Vec<String>> {
        let socket = self.ssh_socket()?;
        let list = run(self.command("ssh-add").arg("-L").env("SSH_AUTH_SOCK", socket), b"")?;
        Ok(text(list).lines().map(without_comment).collect())
    }
}

/// Key type and key of a line of `authorized_keys`.
pub(crate) fn without_comment(line: &str) -> String {
    line.split_whitespace().take(2).collect::<Vec<_>>().join(" ")
}

/// `ssh-keygen -Y sign` with the agent's key `login`, and `-Y verify` with the public line alone.
///
/// # Errors
/// OpenSSH's.
pub fn ssh_keygen_signs(gnupg: &GnuPg, login: &str) -> Result<()> {
    let folder = short_folder("sign")?;
    let (key, signers) = (folder.path().join("key.pub"), folder.path().join("signers"));
    fs::write(&key, format!("{login}\n"))?;
    fs::write(&signers, format!("ada@example.org {}\n", without_comment(login)))?;
    let message = b"a message to be signed";
    let mut sign = gnupg.command("ssh-keygen");
    sign.args(["-Y", "sign", "-n", "file", "-f"]).arg(&key).env("SSH_AUTH_SOCK", gnupg.ssh_socket()?);
    let signature = run(&mut sign, message)?;
    let file = folder.path().join("signature");
    fs::write(&file, signature)?;
    let mut verify = Command::new("ssh-keygen");
    verify
        .args(["-Y", "verify", "-n", "file", "-I", "ada@example.org", "-f"])
        .arg(&signers)
        .arg("-s")
        .arg(&file);
    run(&mut verify, message).map(drop)
}

/// A real `sshd` on this computer, for the user who runs it. It ends with this value.
#[derive(Debug)]
pub struct SshServer {
    process: Child,
    folder: TempDir,
    port: u16,
}

impl SshServer {
    /// Lets in whoever has the key of this line of `authorized_keys`.
    ///
    /// # Errors
    /// What is missing, with what `sshd` wrote.
    pub fn start(authorized: &str) -> Result<Self> {
        let folder = short_folder("sshd")?;
        let inside = |name: &str| folder.path().join(name).display().to_string();
        run(Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f", &inside("host")]), b"")?;
        fs::write(inside("authorized"), authorized)?;
        let port = free_port()?;
        let conf = format!(
            "ListenAddress 127.0.0.1:{port}\nHostKey {}\nAuthorizedKeysFile {}\nPidFile none\nStrictModes no\n\
            UsePAM no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin yes\n",
            inside("host"),
            inside("authorized"),
        );
        fs::write(inside("conf"), conf)?;
        // sshd wants to be started by its full path.
        let sshd = Path::new("/usr/sbin/sshd");
        let conf = folder.path().join("conf");
        // root's needs a folder in /run; another user's cannot be root in a namespace, and needs none.
        let mut command = match is_root()? {
            true => {
                let script =
                    "mkdir -p -m 755 /run/sshd; exec setpriv --pdeathsig KILL \"$1\" -D -e -f \"$2\"";
                Run::here()?.command(script, &[sshd, &conf])
            }
            false => {
                let mut command = Command::new("setpriv");
                command.args(["--pdeathsig", "KILL"]).arg(sshd).args(["-D", "-e", "-f"]).arg(&conf);
                command
            }
        };
        let process = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(inside("log"))?)
            .spawn()
            .context("sshd is missing: install openssh-server")?;
        let server = SshServer { process, folder, port };
        wait_until("sshd answers", || Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()))
            .with_context(|| server.log())?;
        Ok(server)
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// Logs in with the agent's key, and runs a command there.
    ///
    /// # Errors
    /// OpenSSH's, of both sides.
    pub fn login(&self, gnupg: &GnuPg, command: &str) -> Result<String> {
        let host = fs::read_to_string(self.folder.path().join("host.pub"))?;
        let known = self.folder.path().join("known");
        fs::write(&known, format!("[127.0.0.1]:{} {host}", self.port))?;
        let mut ssh = gnupg.command("ssh");
        ssh.args(["-F", "none", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes"])
            .args(["-o", &format!("UserKnownHostsFile={}", known.display())])
            .args(["-p", &self.port.to_string(), "127.0.0.1", command])
            .env("SSH_AUTH_SOCK", gnupg.ssh_socket()?);
        let said = text(run(&mut ssh, b"").with_context(|| self.log())?);
        let accepted = self.log().contains("Accepted publickey");
        ensure!(accepted, "sshd did not see a key: {}", self.log());
        Ok(said)
    }
}

impl Drop for SshServer {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}
