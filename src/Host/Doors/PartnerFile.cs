using System.Text.Json;
using System.Text.Json.Serialization;
using Host.Outcomes;
using Host.Storage;

namespace Host.Doors;

/// <summary>Reads a register of partners (<c>partners.json</c>), strictly.</summary>
internal static class PartnerFile
{
    private const int NewestKnown = 1;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static Outcome<IReadOnlyList<PartnerEntry>> Read(string path)
    {
        try
        {
            var file = File.ReadAllBytes(path);
            if (SchemaVersion.IsNewer(file, NewestKnown))
            {
                return new Failure(ExitCode.InvalidInput, "NewerSchema", "partners");
            }

            var document = JsonSerializer.Deserialize<Document>(file, Strict);
            if (document is not { SchemaVersion: >= 1 and <= NewestKnown })
            {
                return new Failure(ExitCode.InvalidInput, "PartnersUnreadable", "schemaVersion");
            }

            foreach (var partner in document.Partners)
            {
                _ = partner.ToPartner();
            }

            return document.Partners.ToArray();
        }
        catch (JsonException exception)
        {
            return new Failure(ExitCode.InvalidInput, "PartnersUnreadable", exception.Path ?? "$");
        }
        catch (ArgumentException)
        {
            return new Failure(ExitCode.InvalidInput, "PartnersUnreadable", "id");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Failure(ExitCode.InvalidInput, "PartnersUnreadable", "-");
        }
    }

    private sealed record Document(int SchemaVersion, IReadOnlyList<PartnerEntry> Partners);
}
