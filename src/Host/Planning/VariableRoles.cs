using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Publication.Tables;

namespace Host.Planning;

/// <summary>What each variable is to an attacker, from the data file <c>roles.json</c>.</summary>
internal sealed class VariableRoles
{
    private static readonly JsonSerializerOptions Strict = new() { Converters = { new JsonStringEnumConverter<VariableRole>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) } };

    private readonly FrozenDictionary<string, VariableRole> _roles;

    private VariableRoles(FrozenDictionary<string, VariableRole> roles) => _roles = roles;

    /// <exception cref="InvalidOperationException">The variable has no role: the run stops rather than guess one.</exception>
    public VariableRole this[string variable] =>
        _roles.TryGetValue(variable, out var role) ? role : throw new InvalidOperationException($"The variable {variable} has no role.");

    public static VariableRoles Load()
    {
        using var stream = typeof(VariableRoles).Assembly.GetManifestResourceStream("Host.Planning.roles.json")
            ?? throw new InvalidOperationException("The roles of the variables are missing from the assembly.");
        return new VariableRoles(JsonSerializer.Deserialize<Dictionary<string, VariableRole>>(stream, Strict)!.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
