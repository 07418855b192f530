using EndToEnd.Publishing;
using EndToEnd.Support;
using Host.Cli;
using Host.Outcomes;
using Host.Texts;
using Publication.Tables;
using Xunit;

namespace EndToEnd.CommandLine;

/// <summary>
/// The contract of exit codes, asked of the real program for every verb. <c>{name}</c> stands for something of the site: a file, a folder, an id. Failures
/// speak Turkish when asked to, on standard error, and put nothing on standard output but a report.
/// </summary>
[Trait("culture", "last")]
public sealed class ExitCodeTests(CommandSite commands)
{
    private static readonly (ExitCode Exit, string User, string Line)[] Table =
    [
        (ExitCode.WrongUsage, "", ""),
        (ExitCode.WrongUsage, "", "unknown"),
        (ExitCode.WrongUsage, "", "demo surplus"),
        (ExitCode.Conflict, "", "demo --out {keys}"),
        (ExitCode.WrongUsage, "", "sample --cases 10 --seed 1"),
        (ExitCode.WrongUsage, "", "sample --cases many --seed 1 --out {new}"),
        (ExitCode.WrongUsage, "", "sample --cases -1 --seed 1 --out {new}"),
        (ExitCode.Conflict, "", "sample --cases 10 --seed 1 --out {keys}"),
        (ExitCode.Success, "", "sample --cases 10 --seed 1 --out {new}"),
        (ExitCode.WrongUsage, "", "validate"),
        (ExitCode.Success, "", "validate {good}"),
        (ExitCode.InvalidInput, "", "validate {bad}"),
        (ExitCode.InvalidInput, "", "validate {none}"),
        (ExitCode.InvalidInput, "", "validate {keys}"),
        (ExitCode.InvalidInput, "", "validate {good} --partner NOBODY"),
        (ExitCode.Conflict, "", "validate {good} --strip {bad}"),
        (ExitCode.WrongUsage, "", "ingest {good}"),
        (ExitCode.WrongUsage, "", "ingest {good} --partner GOC --replace first"),
        (ExitCode.WrongUsage, "", "ingest {good} --partner GOC --replace U000001"),
        (ExitCode.InvalidInput, "", "ingest {none} --partner GOC"),
        (ExitCode.InvalidInput, "", "ingest {bad} --partner GOC"),
        (ExitCode.InvalidInput, "", "ingest {good} --partner NOBODY"),
        (ExitCode.InvalidInput, "", "ingest {good} --partner GOC --replace U009999 --reason test"),
        (ExitCode.NotPermitted, "", "ingest {good} --partner KOL --replace U000001 --reason test"),
        (ExitCode.Conflict, "", "ingest {good} --partner GOC --replace {withdrawn} --reason test"),
        (ExitCode.Success, "", "ingest {other} --partner GOC"),
        (ExitCode.WrongUsage, "", "withdraw U000001"),
        (ExitCode.WrongUsage, "", "withdraw first --reason test"),
        (ExitCode.InvalidInput, "", "withdraw U009999 --reason test"),
        (ExitCode.Conflict, "", "withdraw {withdrawn} --reason test"),
        (ExitCode.WrongUsage, "right", "withdraw-consent --partner GOC --as publisher"),
        (ExitCode.NotPermitted, "right", "withdraw-consent --partner GOC --case-file {good} --as publisher"),
        (ExitCode.WrongUsage, "", "release"),
        (ExitCode.WrongUsage, "", "release 2025-Q5"),
        (ExitCode.NotPermitted, "", "release 2025-Q1 --as drafter"),
        (ExitCode.NotPermitted, "wrong", "release 2025-Q1 --as drafter"),
        (ExitCode.NotPermitted, "right", "release 2025-Q1 --as approver"),
        (ExitCode.Conflict, "", "release 2199-Q1"),
        (ExitCode.Conflict, "", "release 2025-Q1"),
        (ExitCode.Conflict, "", "release 2025"),
        (ExitCode.Success, "", "release 2024-Q1"),
        (ExitCode.Conflict, "", "release 2024-Q2"),
        (ExitCode.WrongUsage, "right", "approve {draft}"),
        (ExitCode.NotPermitted, "", "approve {draft} --as approver"),
        (ExitCode.NotPermitted, "wrong", "approve {draft} --as approver"),
        (ExitCode.NotPermitted, "right", "approve {draft} --as nobody"),
        (ExitCode.NotPermitted, "right", "approve {draft} --as publisher"),
        (ExitCode.InvalidInput, "right", "approve 2025-Q1.1-d9 --as approver"),
        (ExitCode.InvalidInput, "right", "approve 2025-Q1.1 --as approver"),
        (ExitCode.Conflict, "right", "approve {draft} --as approver"),
        (ExitCode.Conflict, "right", "approve {draft} --as second"),
        (ExitCode.WrongUsage, "right", "discard {draft}"),
        (ExitCode.WrongUsage, "right", "omit 2024-Q2"),
        (ExitCode.WrongUsage, "right", "omit 2024 --reason test --as approver"),
        (ExitCode.NotPermitted, "right", "omit 2024-Q2 --reason test --as publisher"),
        (ExitCode.Conflict, "right", "omit 2199-Q1 --reason test --as approver"),
        (ExitCode.Conflict, "right", "omit 2025-Q1 --reason test --as approver"),
        (ExitCode.Success, "right", "omit 2023-Q1 --reason test --as approver"),
        (ExitCode.WrongUsage, "right", "publish {draft}"),
        (ExitCode.NotPermitted, "wrong", "publish {draft} --as publisher"),
        (ExitCode.NotPermitted, "right", "publish {draft} --as approver"),
        (ExitCode.InvalidInput, "right", "publish 2030-Q1.1-d1 --as publisher"),
        (ExitCode.Conflict, "published", "publish {draft} --as publisher"),
        (ExitCode.Conflict, "published", "approve {draft} --as second"),
        (ExitCode.Conflict, "published", "release 2025-Q1"),
        (ExitCode.WrongUsage, "", "report 2025-Q1"),
        (ExitCode.InvalidInput, "", "report 2030-Q1 --out {new}"),
        (ExitCode.NotPermitted, "", "report {draft} --out {new}"),
        (ExitCode.NotPermitted, "right", "report {draft} --out {new} --as publisher"),
        (ExitCode.Conflict, "published", "report 2025-Q1 --out {keys}"),
        (ExitCode.Success, "published", "report 2025-Q1 --out {new}"),
        (ExitCode.WrongUsage, "", "verify"),
        (ExitCode.InvalidInput, "", "verify {none}"),
        (ExitCode.DisclosureRule, "", "verify {keys}"),
        (ExitCode.DependencyUnavailable, "published", "verify {folder} --key-file {bad}"),
        (ExitCode.DependencyUnavailable, "published", "verify {folder} --key-file {none}"),
        (ExitCode.Success, "published", "verify {folder}"),
        (ExitCode.WrongUsage, "", "attack"),
        (ExitCode.WrongUsage, "", "attack {good} --k 1"),
        (ExitCode.WrongUsage, "", "attack {good} --hiden-min 1"),
        (ExitCode.InvalidInput, "", "attack {none}"),
        (ExitCode.InvalidInput, "", "attack {bad}"),
        (ExitCode.Success, "published", "attack {folder} --k 5"),
        (ExitCode.WrongUsage, "", "anonymize"),
        (ExitCode.WrongUsage, "", "risk --input {good} --key a"),
        (ExitCode.WrongUsage, "", "risk --input {good} --key nothing --out {new}"),
        (ExitCode.InvalidInput, "", "risk --input {none} --key a --out {new}"),
        (ExitCode.Conflict, "", "risk --input {good} --key a --out {keys}"),
        (ExitCode.WrongUsage, "published", "verify {folder} --keys {none}"),
        (ExitCode.WrongUsage, "", "protect"),
        (ExitCode.WrongUsage, "", "protect --input {good} --spec {none} --out {new}"),
        (ExitCode.WrongUsage, "", "protect --input {good} --spec {bad} --out {new}"),
        (ExitCode.WrongUsage, "", "protect --input {good} --spec {misspelt} --out {new}"),
        (ExitCode.Conflict, "", "protect --input {good} --spec {misspelt} --out {keys}"),
        (ExitCode.WrongUsage, "right", "rebuild-ledger"),
        (ExitCode.NotPermitted, "right", "rebuild-ledger --as publisher"),
        (ExitCode.WrongUsage, "", "status surplus"),
        (ExitCode.WrongUsage, "", "status --format yaml"),
        (ExitCode.WrongUsage, "", "status --lang de"),
        (ExitCode.WrongUsage, "", "status --config {none}"),
        (ExitCode.WrongUsage, "", "status --config {bad}"),
        (ExitCode.WrongUsage, "", "status --config {misspelt}"),
        (ExitCode.WrongUsage, "", "status --config {wrong}"),
        (ExitCode.DependencyUnavailable, "", "status --config {keyless}"),
        (ExitCode.Success, "", "status"),
        (ExitCode.WrongUsage, "", "work surplus"),
        (ExitCode.WrongUsage, "", "work --config {misspelt}"),
        (ExitCode.DependencyUnavailable, "", "work --config {keyless}"),
        (ExitCode.WrongUsage, "", "partner"),
        (ExitCode.InvalidInput, "", "partner {none}"),
        (ExitCode.InvalidInput, "", "partner {bad}"),
        (ExitCode.Success, "", "partner {partners}"),
        (ExitCode.WrongUsage, "right", "user somebody"),
        (ExitCode.WrongUsage, "right", "user somebody --role owner"),
        (ExitCode.WrongUsage, "right", "user Somebody --role analyst"),
        (ExitCode.NotPermitted, "", "user somebody --role analyst"),
        (ExitCode.InvalidInput, "", "user somebody --disable"),
        (ExitCode.WrongUsage, "", "key"),
        (ExitCode.WrongUsage, "", "key GOC --days 0"),
        (ExitCode.WrongUsage, "", "key GOC --revoke 000000000000"),
        (ExitCode.InvalidInput, "", "key NOBODY"),
        (ExitCode.InvalidInput, "", "key --revoke 000000000000"),
        (ExitCode.Success, "", "key KOL --days 30"),
        (ExitCode.WrongUsage, "", "serve surplus"),
        (ExitCode.WrongUsage, "", "serve --port 70000"),
        (ExitCode.DependencyUnavailable, "", "serve --config {keyless}"),
        (ExitCode.Conflict, "", "serve --demo --out {keys}"),
    ];

    public static TheoryData<int, string> Rows
    {
        get
        {
            var rows = new TheoryData<int, string>();
            for (var i = 0; i < Table.Length; i++)
            {
                rows.Add(i, $"{(int)Table[i].Exit}: {Table[i].Line}");
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Line_EndsWithItsCode(int row, string shown)
    {
        var (exit, user, line) = Table[row];
        var process = commands.Process(user);
        var code = await process.RunAsync([.. commands.Words(line), .. line.Contains("--lang", StringComparison.Ordinal) ? Array.Empty<string>() : ["--lang", "tr"]]);
        Assert.True((int)exit == code, $"{shown} ended with {code}: {process.Error}");
        if (exit == ExitCode.Success)
        {
            Assert.NotEqual("", process.Output);
            return;
        }

        Assert.Matches(line.Contains("--lang", StringComparison.Ordinal) ? "." : "(?m)^(hata |Yanlış kullanım: |Bilinmeyen |Kullanım:)", process.Error);
        Assert.DoesNotContain("Unexpected", process.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryVerb_StandsInTheTable()
    {
        var verbs = VerbCatalogue.All().Select(v => v.Describe(Messages.In(Language.En)).Name).Order(StringComparer.Ordinal);
        var tried = Table.Where(r => r.Exit == ExitCode.WrongUsage).Select(r => r.Line.Split(' ')[0]).Where(v => v is not ("" or "unknown"));
        Assert.Equal(verbs, tried.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Failure_AsJson_IsOneDocumentOnStandardError()
    {
        var process = commands.Process("");
        Assert.Equal(3, await process.RunAsync("report", "2030-Q1", "--out", "x", "--format", "json", "--lang", "tr"));
        Assert.Equal("", process.Output);
        using var document = System.Text.Json.JsonDocument.Parse(process.Error);
        Assert.Equal("ReleaseUnknown", document.RootElement.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(3, document.RootElement.GetProperty("error").GetProperty("exit").GetInt32());
    }

    [Fact]
    public async Task MisspeltSettingInTheEnvironment_IsWrongUsage()
    {
        var process = commands.Process("").With("REPORTING__Stor__Keys", "x");
        Assert.Equal(2, await process.RunAsync("status", "--lang", "tr"));
        Assert.StartsWith("hata SettingUnknown", process.Error, StringComparison.Ordinal);
    }
}
