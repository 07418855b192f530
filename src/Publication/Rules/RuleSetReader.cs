using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Publication.Rules;

/// <summary>
/// Reads a rule set file. Every setting must be present and known: a misspelt rule is a rule that is off. Files older than a rule lack it, and it
/// is off for what was published by them.
/// </summary>
public static class RuleSetReader
{
    /// <summary>Smallest threshold the product accepts; the floor of Turkish official statistics (fewer than three units).</summary>
    public const int SmallestK = 3;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter<ProtectionLevel>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>UTF-8 bytes of the file → the rule set, its identity holding their SHA-256.</summary>
    /// <exception cref="FormatException">Unknown, missing or out-of-range setting; the message names it.</exception>
    public static RuleSet Read(ReadOnlySpan<byte> utf8)
    {
        Document document;
        try
        {
            document = JsonSerializer.Deserialize<Document>(utf8, Options) ?? throw new FormatException("The rule set is empty.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"The rule set cannot be read at {e.Path}, line {e.LineNumber}.", e);
        }

        return document.SchemaVersion != 1
            ? throw new FormatException($"Rule set schema {document.SchemaVersion} is not known.")
            : document.K < SmallestK
            ? throw new FormatException($"k must be at least {SmallestK}.")
            : document.Rho is < 0 or 1 || document.Kappa < -1 || document.Slack < 0
            ? throw new FormatException("rho, kappa or slack is out of range.")
            : new RuleSet
            {
                Identity = new RuleSetIdentity(document.Id, Convert.ToHexStringLower(SHA256.HashData(utf8))),
                K = document.K,
                Level = document.Level,
                Kappa = document.Kappa,
                Slack = document.Slack,
                Rho = document.Rho,
                Persons = document.Persons,
                PoolRuleKnown = document.PoolRuleKnown,
                LatentMembers = document.LatentMembers,
                WithoutPersons = [.. (document.WithoutPersons ?? []).Order(StringComparer.Ordinal)],
            };
    }

    private sealed record Document(
        int SchemaVersion, string Id, int K, ProtectionLevel Level, int Kappa, int Slack, int Rho, bool Persons, bool PoolRuleKnown, bool LatentMembers = false, IReadOnlyList<string>? WithoutPersons = null);
}
