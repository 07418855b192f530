using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Host.Outcomes;
using Host.Storage;

namespace Host.Configuration;

/// <summary>
/// Reads the settings: built-in defaults, then the file (<c>--config</c>, <c>REPORTING_CONFIG</c> or <c>reporting.json</c> here), then the environment
/// (<c>REPORTING__Store__Keys</c>). A setting that does not exist stops the program, for a misspelt one would be silently without effect.
/// </summary>
internal sealed class SettingsSource(IReadOnlyDictionary<string, string> environment, string? file)
{
    private const int NewestKnown = 1;
    private const string Prefix = "REPORTING__";
    private const string DefaultFile = "reporting.json";

    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>A secret or another single value from the environment.</summary>
    public string? Variable(string name) => environment.GetValueOrDefault(name);

    /// <summary>The file that is read; null where there is none, and the defaults hold.</summary>
    public string? FilePath => file ?? environment.GetValueOrDefault("REPORTING_CONFIG") ?? (File.Exists(DefaultFile) ? DefaultFile : null);

    /// <summary>The effective settings, paths made absolute, every value checked.</summary>
    public Outcome<Settings> Read()
    {
        var path = FilePath;
        JsonObject root;
        try
        {
            root = path is null ? [] : ReadFile(path);
            if (SchemaVersion.IsNewer(JsonSerializer.SerializeToUtf8Bytes(root), NewestKnown))
            {
                return new Failure(ExitCode.WrongUsage, "NewerSchema", path!);
            }
        }
        catch (JsonException exception)
        {
            return new Failure(ExitCode.WrongUsage, "SettingsUnreadable", path!, $"{(exception.LineNumber ?? 0) + 1}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Failure(ExitCode.WrongUsage, "SettingsMissing", path!);
        }

        Overlay(root);
        try
        {
            var settings = root.Deserialize<Settings>(Strict)!;
            return SettingsCheck.Check(Absolute(settings));
        }
        catch (JsonException exception)
        {
            return new Failure(ExitCode.WrongUsage, "SettingUnknown", exception.Path ?? "$");
        }
    }

    private static JsonObject ReadFile(string path)
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        var root = JsonNode.Parse(File.ReadAllText(path), documentOptions: options) as JsonObject ?? throw new JsonException();
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Rebase(root, folder, "store", "private");
        Rebase(root, folder, "store", "published");
        Rebase(root, folder, "store", "keys");
        Rebase(root, folder, "store", "journal");
        Rebase(root, folder, "store", "uploadKeys");
        Rebase(root, folder, "intake", "folder");
        Rebase(root, folder, "web", "certificate");
        Rebase(root, folder, "web", "certificateKey");
        Rebase(root, folder, "web", "certificatePasswordFile");
        Rebase(root, folder, "web", "metricsTokenFile");
        Rebase(root, folder, "web", "openIdConnect", "clientSecretFile");
        Rebase(root, folder, "reminders", "smtp", "passwordFile");
        Rebase(root, folder, "reminders", "webhook", "secretFile");
        return root;
    }

    // A path in the file is meant from the file's own folder, wherever the program is started.
    private static void Rebase(JsonObject part, string folder, params ReadOnlySpan<string> names)
    {
        if (Member(part, names[0]) is not { } key)
        {
            return;
        }

        if (names.Length > 1 && part[key] is JsonObject section)
        {
            Rebase(section, folder, names[1..]);
        }
        else if (names.Length == 1 && part[key] is JsonValue value && value.TryGetValue<string>(out var path))
        {
            part[key] = Path.GetFullPath(path, folder);
        }
    }

    private static string? Member(JsonObject part, string name) =>
        part.Select(p => p.Key).FirstOrDefault(k => string.Equals(k, name, StringComparison.OrdinalIgnoreCase));

    private void Overlay(JsonObject root)
    {
        foreach (var (name, value) in environment.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            if (!name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var parts = name[Prefix.Length..].Split("__");
            var section = root;
            foreach (var part in parts[..^1])
            {
                var key = Member(section, part) ?? part;
                if (section[key] is not JsonObject inner)
                {
                    section[key] = inner = [];
                }

                section = inner;
            }

            section[Member(section, parts[^1]) ?? parts[^1]] = value;
        }
    }

    private static Settings Absolute(Settings settings) => settings with
    {
        Store = settings.Store with
        {
            Private = Path.GetFullPath(settings.Store.Private),
            Published = Path.GetFullPath(settings.Store.Published),
            Keys = Absolute(settings.Store.Keys),
            Journal = Absolute(settings.Store.Journal),
            UploadKeys = Absolute(settings.Store.UploadKeys),
        },
        Intake = settings.Intake with { Folder = Absolute(settings.Intake.Folder) },
        Web = settings.Web with
        {
            Certificate = Absolute(settings.Web.Certificate),
            CertificateKey = Absolute(settings.Web.CertificateKey),
            CertificatePasswordFile = Absolute(settings.Web.CertificatePasswordFile),
            MetricsTokenFile = Absolute(settings.Web.MetricsTokenFile),
            OpenIdConnect = settings.Web.OpenIdConnect with { ClientSecretFile = Absolute(settings.Web.OpenIdConnect.ClientSecretFile) },
        },
        Reminders = settings.Reminders with
        {
            Smtp = settings.Reminders.Smtp with { PasswordFile = Absolute(settings.Reminders.Smtp.PasswordFile) },
            Webhook = settings.Reminders.Webhook with { SecretFile = Absolute(settings.Reminders.Webhook.SecretFile) },
        },
    };

    private static string? Absolute(string? path) => path is { Length: > 0 } ? Path.GetFullPath(path) : null;
}
