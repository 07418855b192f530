using System.Net;
using Host.Outcomes;
using Host.Security;
using Publication.Releases;

namespace Host.Configuration;

/// <summary>Checks settings before anything starts: a wrong value stops the process now, not the run of the third quarter.</summary>
internal static class SettingsCheck
{
    public static Outcome<Settings> Check(Settings settings) => Problem(settings) is { } failure ? failure : settings;

    private static Failure? Problem(Settings settings)
    {
        var calendar = settings.Calendar;
        var store = settings.Store;
        return settings switch
        {
            { SchemaVersion: not 1 } => Wrong("schemaVersion", "1"),
            { Language: not (null or "tr" or "en") } => Wrong("language", "tr | en"),
            { Intake.RepairDays: < 1 or > 90 } => Wrong("intake.repairDays", "1-90"),
            { Store.KeepReplacedDays: < 1 or > 730 } => Wrong("store.keepReplacedDays", "1-730"),
            { Store.KeepYears: < 2 or > 10 } => Wrong("store.keepYears", "2-10"),
            { Programme.Country: not { Length: 3 } } => Wrong("programme.country", "ISO 3166 alpha-3"),
            _ when !TimeZoneInfo.TryFindSystemTimeZoneById(calendar.TimeZone, out _) => Wrong("calendar.timeZone", "IANA"),
            _ when calendar.CutOffDays is < 0 or > 80 => Wrong("calendar.cutOffDays", "0-80"),
            _ when calendar.DraftDays <= calendar.CutOffDays || calendar.DraftDays > 120 => Wrong("calendar.draftDays", "> cutOffDays, ≤ 120"),
            _ when calendar.PublishDays <= calendar.DraftDays || calendar.PublishDays > 180 => Wrong("calendar.publishDays", "> draftDays, ≤ 180"),
            _ when calendar.FirstQuarter is { } first && (!ReleasePeriod.TryParse(first, out var period) || period.IsYear) => Wrong("calendar.firstQuarter", "2025-Q1"),
            _ when calendar is { HistoryUntil: not null, FirstQuarter: null } => Wrong("calendar.historyUntil", "+ calendar.firstQuarter"),
            _ when Overlap(store.Private, store.Published) => Wrong("store.published", "≠ store.private"),
            _ when Overlap(store.Private, store.JournalPath()) || Overlap(store.Published, store.JournalPath()) => Wrong("store.journal", "≠ store.private, store.published"),
            _ when store.Keys is { } keys && (Overlap(store.Private, keys) || Overlap(store.Published, keys)) => new Failure(ExitCode.WrongUsage, "KeysInsideStore"),
            _ when store.Keys is { } keys && Overlap(keys, store.JournalPath()) => Wrong("store.journal", "≠ store.keys"),
            _ when new[] { store.Private, store.Published, store.JournalPath(), store.Keys }.Any(f => f is not null && Overlap(f, store.UploadKeysPath())) =>
                Wrong("store.uploadKeys", "≠ store.private, store.published, store.journal, store.keys"),
            _ => Problem(settings.Web) ?? Problem(settings.Reminders),
        };
    }

    private static Failure? Problem(WebSettings web) => web switch
    {
        _ when !IPAddress.TryParse(web.Address, out _) => Wrong("web.address", "IP"),
        _ when web.Proxy is { } proxy && !IPAddress.TryParse(proxy, out _) => Wrong("web.proxy", "IP"),
        { ReadsPerMinute: < 60 or > 1_000_000 } => Wrong("web.readsPerMinute", "60-1000000"),
        { RedirectPort: < 1 or > 65535 } => Wrong("web.redirectPort", "1-65535"),
        { Certificate: null, CertificateKey: not null } => Wrong("web.certificateKey", "+ web.certificate"),
        { Certificate: null, CertificatePasswordFile: not null } => Wrong("web.certificatePasswordFile", "+ web.certificate"),
        { Certificate: null, RedirectPort: not null } => Wrong("web.redirectPort", "+ web.certificate"),
        { CertificateKey: not null, CertificatePasswordFile: not null } => Wrong("web.certificatePasswordFile", "PFX"),
        _ => Problem(web.OpenIdConnect),
    };

    private static Failure? Problem(OpenIdConnectSettings provider) => provider switch
    {
        { Authority: null, ClientId: not null } => Wrong("web.openIdConnect.clientId", "+ web.openIdConnect.authority"),
        { Authority: null, ClientSecretFile: not null } => Wrong("web.openIdConnect.clientSecretFile", "+ web.openIdConnect.authority"),
        { Authority: { } authority } when !IsSafe(authority) => Wrong("web.openIdConnect.authority", "https://…"),
        { Authority: not null, ClientId: null or "" } => Wrong("web.openIdConnect.clientId", "web.openIdConnect.authority +"),
        _ => null,
    };

    private static Failure? Problem(ReminderSettings reminders) => reminders switch
    {
        { DaysBefore: < 1 or > 30 } => Wrong("reminders.daysBefore", "1-30"),
        { DaysAfter: < 1 or > 30 } => Wrong("reminders.daysAfter", "1-30"),
        { IsOn: true, Site: null } => Wrong("reminders.site", "https://…"),
        { Site: { } site } when !IsSafe(site) => Wrong("reminders.site", "https://…"),
        { Smtp.Host: null, Smtp: { From: not null } or { User: not null } or { PasswordFile: not null } } => Wrong("reminders.smtp.host", "reminders.smtp +"),
        { Smtp.Port: < 1 or > 65535 } => Wrong("reminders.smtp.port", "1-65535"),
        { Smtp.Host: not null, Smtp.From: var from } when from is null || !ContactTable.IsEmail(from) => Wrong("reminders.smtp.from", "reminders@…"),
        { Smtp: { User: null, PasswordFile: not null } } => Wrong("reminders.smtp.user", "+ reminders.smtp.passwordFile"),
        { Webhook: { Address: null, SecretFile: not null } } => Wrong("reminders.webhook.address", "+ reminders.webhook.secretFile"),
        { Webhook.Address: { } address } when !IsSafe(address) => Wrong("reminders.webhook.address", "https://…"),
        _ => null,
    };

    // Secrets and tokens go there: in clear only where they do not leave this machine.
    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri is { UserInfo: "", Query: "", Fragment: "" };

    private static Failure Wrong(string name, string domain) => new(ExitCode.WrongUsage, "SettingWrong", name, domain);

    private static bool Overlap(string one, string other) => Inside(one, other) || Inside(other, one);

    private static bool Inside(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path);
        return relative == "." || (!relative.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(relative));
    }
}
