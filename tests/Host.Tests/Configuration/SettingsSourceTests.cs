using Host.Configuration;
using Host.Outcomes;
using Host.Tests.Support;

namespace Host.Tests.Configuration;

public sealed class SettingsSourceTests : IDisposable
{
    private readonly SomeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void NothingSet_GivesTheDefaults()
    {
        var settings = Read("{}");
        Assert.Equal("Europe/Istanbul", settings.Calendar.TimeZone);
        Assert.Equal(20, settings.Calendar.CutOffDays);
        Assert.Null(settings.Store.Keys);
    }

    [Fact]
    public void Environment_WinsOverTheFile()
    {
        var settings = Read("""{ "calendar": { "cutOffDays": 10, "publishDays": 50 } }""", ("REPORTING__Calendar__CutOffDays", "15"), ("REPORTING__STORE__KEYS", "/keys"));
        Assert.Equal((15, 50, "/keys"), (settings.Calendar.CutOffDays, settings.Calendar.PublishDays, settings.Store.Keys));
    }

    [Fact]
    public void PathsInTheFile_AreMeantFromTheFile()
    {
        var settings = Read("""
            { "store": { "private": "p" }, "web": { "metricsTokenFile": "m", "openIdConnect": { "authority": "https://id.example", "clientId": "us", "clientSecretFile": "s" } } }
            """);
        Assert.Equal((_folder["p"], _folder["m"], _folder["s"]), (settings.Store.Private, settings.Web.MetricsTokenFile, settings.Web.OpenIdConnect.ClientSecretFile));
    }

    [Theory]
    [InlineData("""{ "calender": {} }""", "SettingUnknown")]
    [InlineData("""{ "store": { "privat": "x" } }""", "SettingUnknown")]
    [InlineData("""{ "calendar": { "cutOffDays": "ten" } }""", "SettingUnknown")]
    [InlineData("""{ "calendar": { "cutOffDays": 90 } }""", "SettingWrong")]
    [InlineData("""{ "calendar": { "draftDays": 20 } }""", "SettingWrong")]
    [InlineData("""{ "calendar": { "timeZone": "Europe/Istanbool" } }""", "SettingWrong")]
    [InlineData("""{ "calendar": { "firstQuarter": "2025" } }""", "SettingWrong")]
    [InlineData("""{ "calendar": { "historyUntil": "2025-01-20" } }""", "SettingWrong")]
    [InlineData("""{ "language": "de" }""", "SettingWrong")]
    [InlineData("""{ "schemaVersion": 2 }""", "NewerSchema")]
    [InlineData("""{ "store": { "private": "out", "published": "out/published" } }""", "SettingWrong")]
    [InlineData("""{ "store": { "private": "p", "keys": "p/keys" } }""", "KeysInsideStore")]
    [InlineData("""{ "store": { "published": "p", "keys": "p" } }""", "KeysInsideStore")]
    [InlineData("""{ "web": { "openIdConnect": { "autority": "https://id.example" } } }""", "SettingUnknown")]
    [InlineData("""{ "web": { "openIdConnect": { "authority": "http://id.example", "clientId": "us" } } }""", "SettingWrong")]
    [InlineData("""{ "web": { "openIdConnect": { "authority": "id.example", "clientId": "us" } } }""", "SettingWrong")]
    [InlineData("""{ "web": { "openIdConnect": { "authority": "https://us@id.example", "clientId": "us" } } }""", "SettingWrong")]
    [InlineData("""{ "web": { "openIdConnect": { "authority": "https://id.example" } } }""", "SettingWrong")]
    [InlineData("""{ "web": { "openIdConnect": { "clientId": "us" } } }""", "SettingWrong")]
    [InlineData("""{ "web": { "openIdConnect": { "clientSecretFile": "secret" } } }""", "SettingWrong")]
    [InlineData("""{ "reminders": { "site": "http://figures.example" } }""", "SettingWrong")]
    [InlineData("""{ "reminders": { "smtp": { "host": "mail.example", "from": "us@figures.example" } } }""", "SettingWrong")]
    [InlineData("""{ "reminders": { "site": "https://figures.example", "smtp": { "host": "mail.example" } } }""", "SettingWrong")]
    [InlineData("""{ "reminders": { "site": "https://figures.example", "smtp": { "host": "mail.example", "from": "us@figures.example\r\nBcc: you@figures.example" } } }""", "SettingWrong")]
    [InlineData("""{ "reminders": { "site": "https://figures.example", "webhook": { "address": "http://hooks.example" } } }""", "SettingWrong")]
    [InlineData("""{ "reminders": { "smtp": { "from": "us@figures.example" } } }""", "SettingWrong")]
    [InlineData("""{ "reminders": { "daysBefore": 31 } }""", "SettingWrong")]
    [InlineData("""{ "reminders": { "smpt": {} } }""", "SettingUnknown")]
    [InlineData("{ not JSON", "SettingsUnreadable")]
    public void WrongOrMisspelt_IsWrongUsage(string json, string code)
    {
        var failure = Source(json).Read().Failure!;
        Assert.Equal((code, ExitCode.WrongUsage), (failure.Code, failure.Exit));
    }

    [Fact]
    public void MisspeltInTheEnvironment_IsWrongUsage() =>
        Assert.Equal("SettingUnknown", Source("{}", ("REPORTING__Store__Keyz", "/k")).Read().Failure!.Code);

    [Fact]
    public void MissingFile_IsWrongUsage() =>
        Assert.Equal("SettingsMissing", new SettingsSource(new Dictionary<string, string>(), _folder["none.json"]).Read().Failure!.Code);

    private Settings Read(string json, params (string Name, string Value)[] environment) =>
        Source(json, environment).Read().Succeeded(out var settings, out var failure) ? settings : throw new InvalidOperationException(failure.Code);

    private SettingsSource Source(string json, params (string Name, string Value)[] environment)
    {
        File.WriteAllText(_folder["settings.json"], json);
        return new SettingsSource(environment.ToDictionary(e => e.Name, e => e.Value, StringComparer.Ordinal), _folder["settings.json"]);
    }
}
