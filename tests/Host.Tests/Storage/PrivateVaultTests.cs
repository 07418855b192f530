using System.Runtime.Versioning;
using System.Text;
using Host.Storage;
using Host.Tests.Support;
using Ingest.Pseudonymise;

namespace Host.Tests.Storage;

public sealed class PrivateVaultTests : IDisposable
{
    private readonly SomeFolder _folder = new();

    private PrivateVault Vault => new(_folder.Path, KeyRing.FromSeed("k1", "one"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WrittenFile_ComesBack_AndIsNotInClear()
    {
        var content = Encoding.UTF8.GetBytes("a canary that must not be seen on the disk");
        Vault.Write("drafts/a", content);
        Assert.True(Vault.Read("drafts/a").Succeeded(out var read, out _));
        Assert.Equal(content, read);
        Assert.DoesNotContain("canary", Encoding.Latin1.GetString(File.ReadAllBytes(_folder["drafts", "a"])), StringComparison.Ordinal);
        Assert.Equal(["a"], Directory.GetFiles(_folder["drafts"]).Select(f => Path.GetFileName(f)));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void PrivateFile_IsItsOwnersAlone_AlsoWhereAnOpenOneLayThere()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows takes the rights of the folder.");
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        File.WriteAllText(_folder["a.part"], "left by a killed run");
        File.SetUnixFileMode(_folder["a.part"], UnixFileMode.UserRead | UnixFileMode.UserWrite | others);
        Vault.Write("a", [1, 2, 3]);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["a"]));
        AtomicFile.WriteShared(_folder["b"], [1, 2, 3]);
        File.WriteAllText(_folder["c"], "");
        Assert.Equal(File.GetUnixFileMode(_folder["c"]), File.GetUnixFileMode(_folder["b"]));
    }

    [Fact]
    public void FileUnderAnotherName_DoesNotOpen()
    {
        Vault.Write("a", [1, 2, 3]);
        File.Move(_folder["a"], _folder["b"]);
        Assert.Equal("PrivateFileDamaged", Vault.Read("b").Failure!.Code);
    }

    [Fact]
    public void OneBitChangedAnywhere_DoesNotOpen()
    {
        Vault.Write("a", [1, 2, 3]);
        var file = File.ReadAllBytes(_folder["a"]);
        for (var i = 0; i < file.Length; i++)
        {
            var changed = (byte[])file.Clone();
            changed[i] ^= 1;
            Assert.NotNull(Vault.Open("a", changed).Failure);
            Assert.NotNull(Vault.Open("a", file.AsSpan(0, i)).Failure);
        }
    }

    [Fact]
    public void OtherKeyRing_NamesTheKeyItLacks()
    {
        Vault.Write("a", [1]);
        var failure = new PrivateVault(_folder.Path, KeyRing.FromSeed("k2", "two")).Read("a").Failure!;
        Assert.Equal("KeyUnknown", failure.Code);
        Assert.Equal(["k1"], failure.Arguments);
    }

    [Fact]
    public void FolderOfTheVault_IsItsOwnersAlone()
    {
        Vault.Write("drafts/a", [1]);
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Unix file modes only.");
            return;
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder["drafts"]));
    }
}
