using System.Text.Json;
using Host.Cli;
using Host.Tests.Support;
using Ingest.Pseudonymise;
using Publication.Tables;

namespace Host.Tests.Cli;

public sealed class CommandLineHostTests : IDisposable
{
    private readonly SomeFolder _folder = new();
    private readonly SomeCommandLine _line;

    public CommandLineHostTests()
    {
        Directory.CreateDirectory(_folder["keys"]);
        File.WriteAllText(_folder["keys", "keyring.json"], KeyRing.NewText("k1"));
        _line = new SomeCommandLine()
            .With("REPORTING__Store__Private", _folder["private"])
            .With("REPORTING__Store__Published", _folder["published"])
            .With("REPORTING__Store__Keys", _folder["keys"]);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData]
    [InlineData("stauts")]
    [InlineData("status", "--fromat", "json")]
    [InlineData("status", "--format", "yaml")]
    [InlineData("status", "surplus")]
    [InlineData("approve", "2025-Q4.1-d1")]
    [InlineData("approve", "--as", "approver")]
    [InlineData("sample", "--cases", "many", "--seed", "1", "--out", "x")]
    [InlineData("sample", "--cases", "-1", "--seed", "1", "--out", "x")]
    [InlineData("verify")]
    [InlineData("report", "2025-Q4.1")]
    public async Task WrongUsage_IsTwo_AndSaysSoOnStandardErrorOnly(params string[] arguments)
    {
        Assert.Equal(2, await _line.RunAsync(arguments));
        Assert.Equal("", _line.Output);
        Assert.NotEqual("", _line.Error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("status", "--help")]
    public async Task Help_IsZero_OnStandardOutput(params string[] arguments)
    {
        Assert.Equal(0, await _line.RunAsync(arguments));
        Assert.NotEqual("", _line.Output);
        Assert.Equal("", _line.Error);
    }

    [Fact]
    public async Task Verbose_TellsSettingsAndEndBesideTheResult()
    {
        Assert.Equal(0, await _line.RunAsync("status"));
        var plain = _line.Output;
        Assert.Equal(0, await _line.RunAsync("status", "--verbose"));

        Assert.Equal(plain, _line.Output);
        Assert.Contains("Settings: –", _line.Error, StringComparison.Ordinal);
        Assert.Contains("status ended with 0", _line.Error, StringComparison.Ordinal);
        Assert.Equal(0, await _line.RunAsync("status", "--verbose", "--quiet"));
        Assert.Equal("", _line.Error);
    }

    [Fact]
    public async Task Status_Json_IsOneDocumentWithItsVersion()
    {
        Assert.Equal(0, await _line.RunAsync("status", "--format", "json"));
        using var document = JsonDocument.Parse(_line.Output);
        Assert.Equal(1, document.RootElement.GetProperty("schemaVersion").GetInt32());
    }

    [Fact]
    public async Task Failure_Json_HasItsCodeAndExit()
    {
        Assert.Equal(3, await _line.RunAsync("report", "2020-Q1.1", "--out", _folder["x"], "--format", "json"));
        using var document = JsonDocument.Parse(_line.Error);
        Assert.Equal("ReleaseUnknown", document.RootElement.GetProperty("error").GetProperty("code").GetString());
        Assert.False(Directory.Exists(_folder["x"]));
    }

    [Fact]
    public async Task NoKeys_IsSeven()
    {
        File.Delete(_folder["keys", "keyring.json"]);
        Assert.Equal(7, await _line.RunAsync("status"));
    }

    [Fact]
    public async Task WrongKeyRing_IsSeven_AndQuotesNothingOfIt()
    {
        File.WriteAllText(_folder["keys", "keyring.json"], "{ \"canary-secret\": 1 }");
        Assert.Equal(7, await _line.RunAsync("status"));
        Assert.DoesNotContain("canary", _line.Error + _line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MisspeltSetting_IsTwo() => Assert.Equal(2, await _line.With("REPORTING__Stor__Keys", "x").RunAsync("status"));

    [Fact]
    public async Task Credential_IsNeverAnArgument_AndNeverRepeated()
    {
        _line.With(CredentialSource.Variable, "canary-credential-1");
        Assert.Equal(0, await _line.RunAsync("user", "ayse", "--role", "approver"));
        Assert.Equal(3, await _line.RunAsync("approve", "2025-Q4.1-d1", "--as", "ayse"));
        _line.With(CredentialSource.Variable, "canary-credential-2");
        Assert.Equal(5, await _line.RunAsync("approve", "2025-Q4.1-d1", "--as", "ayse"));
        Assert.DoesNotContain("canary", _line.Error + _line.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories),
            f => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(f)).Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NoCredential_IsFive() => Assert.Equal(5, await _line.RunAsync("approve", "2025-Q4.1-d1", "--as", "ayse"));

    [Fact]
    public async Task Sample_IntoAFolderInUse_IsSix()
    {
        Directory.CreateDirectory(_folder["s", "inner"]);
        Assert.Equal(6, await _line.RunAsync("sample", "--cases", "10", "--seed", "1", "--out", _folder["s"]));
    }

    [Fact]
    public async Task Sample_Twice_GivesTheSameFiles()
    {
        Assert.Equal(0, await _line.RunAsync("sample", "--cases", "20", "--seed", "7", "--out", _folder["a"]));
        Assert.Equal(0, await _line.RunAsync("sample", "--cases", "20", "--seed", "7", "--out", _folder["b"]));
        var files = Directory.GetFiles(_folder["a"], "*", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(f), File.ReadAllBytes(Path.Combine(_folder["b"], Path.GetRelativePath(_folder["a"], f)))));
    }

    [Theory]
    [InlineData("--lang", "tr")]
    [InlineData("--lang=tr")]
    public async Task Language_IsTheOneAskedFor(params string[] language)
    {
        Assert.Equal(2, await _line.RunAsync(["stauts", .. language]));
        Assert.Contains("Bilinmeyen", _line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Language_OfTheMachine_WhereItIsOneOfOurs()
    {
        Assert.Equal(Language.Tr, CallerLanguage.Find([], new Dictionary<string, string> { ["LANG"] = "tr_TR.UTF-8" }));
        Assert.Equal(Language.En, CallerLanguage.Find([], new Dictionary<string, string> { ["LANG"] = "C.UTF-8" }));
        Assert.Equal(Language.En, CallerLanguage.Find(["--lang", "en"], new Dictionary<string, string> { ["LANG"] = "tr_TR.UTF-8" }));
    }

    [Fact]
    public async Task Language_OfTheSettings_WhereTheCallerNamesNone()
    {
        File.WriteAllText(_folder["settings.json"], """{ "language": "tr" }""");
        Assert.Equal(2, await _line.RunAsync("stauts", "--config", _folder["settings.json"]));
        Assert.Contains("Bilinmeyen", _line.Error, StringComparison.Ordinal);
        Assert.Equal(2, await _line.RunAsync("stauts", "--config", _folder["settings.json"], "--lang", "en"));
        Assert.Contains("Unknown", _line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryVerb_ExplainsItselfInBothLanguages()
    {
        string[] verbs = ["demo", "sample", "validate", "ingest", "withdraw", "withdraw-consent", "release", "approve", "discard", "omit", "publish", "report", "verify", "rebuild-ledger", "status", "work", "serve", "partner", "user", "key"];
        foreach (var verb in verbs)
        {
            Assert.Equal(0, await _line.RunAsync(verb, "--help"));
            var english = _line.Output;
            Assert.Equal(0, await _line.RunAsync(verb, "--help", "--lang", "tr"));
            Assert.NotEqual(english, _line.Output);
        }
    }

    [Fact]
    public async Task Intake_ValidatesIngestsAndRecognisesTheSameBytes()
    {
        Assert.Equal(0, await _line.RunAsync("sample", "--cases", "600", "--seed", "5", "--out", _folder["s"]));
        Assert.Equal(0, await _line.RunAsync("partner", _folder["s", "partners.json"]));
        var file = _folder["s", "goc", "2025-Q1.csv"];
        Assert.Equal(0, await _line.RunAsync("validate", file));
        Assert.Equal(3, await _line.RunAsync("validate", _folder["s", "faulty", "agency-with-mistakes.csv"], "--format", "json"));
        JsonDocument.Parse(_line.Output).Dispose();
        Assert.Equal(3, await _line.RunAsync("validate", _folder["none.csv"]));
        Assert.Equal(3, await _line.RunAsync("ingest", file, "--partner", "NOBODY"));
        Assert.Equal(3, await _line.RunAsync("ingest", _folder["s", "faulty", "agency-with-mistakes.csv"], "--partner", "GOC"));
        Assert.Equal(0, await _line.RunAsync("ingest", file, "--partner", "GOC", "--format", "json"));
        var first = Upload(_line.Output);
        Assert.Equal(0, await _line.RunAsync("ingest", file, "--partner", "GOC", "--format", "json"));
        Assert.Equal(first, Upload(_line.Output));
        Assert.Equal(2, await _line.RunAsync("ingest", file, "--partner", "GOC", "--replace", first));
        Assert.Equal(0, await _line.RunAsync("withdraw", first, "--reason", "test"));
        Assert.Equal(6, await _line.RunAsync("withdraw", first, "--reason", "test"));
        Assert.Equal(0, await _line.RunAsync("validate", file, "--strip", _folder["stripped.csv"]));
        Assert.Equal(6, await _line.RunAsync("validate", file, "--strip", _folder["stripped.csv"]));
        Assert.DoesNotContain("(test)", File.ReadAllText(_folder["stripped.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_Is130()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var host = new CommandLineHost(output, error, new Dictionary<string, string>(), TimeProvider.System, errorIsTerminal: false);
        Assert.Equal(130, await host.RunAsync(["sample", "--cases", "100000", "--seed", "1", "--out", _folder["c"]], cancelled.Token));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(_folder.Path), e => Path.GetFileName(e).StartsWith('c'));
    }

    private static string Upload(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("upload").GetString()!;
    }
}
