using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Xunit;

namespace EndToEnd.Architecture;

/// <summary>
/// Types near the cases must not give them away when somebody logs one, throws one or looks at one in a debugger. A C# record prints
/// its members, so in these namespaces a type prints nothing, or its own text, or only numbers, dates and names from our own code.
/// </summary>
public sealed class MicrodataTypeTests
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly string[] CaseNamespaces =
        ["Ingest.Cases", "Ingest.Formats", "Ingest.Gate", "Ingest.Pseudonymise", "Ingest.Duplicates", "Ingest.Stripping", "Ingest.Storage", "Ingest.Counting.Kernel"];

    private static IEnumerable<Type> CaseTypes =>
        OwnAssemblies.Ingest.WrittenTypes().Where(t => CaseNamespaces.Any(n =>
            t.Namespace == n || (t.Namespace ?? string.Empty).StartsWith(n + ".", StringComparison.Ordinal)));

    [Fact]
    public void CaseTypes_AreFound() => Assert.Contains(CaseTypes, t => t.Name == "CaseBatch");

    [Fact]
    public void Ingest_KeepsItsCasesToItself() =>
        Assert.DoesNotContain(OwnAssemblies.Ingest.GetExportedTypes(), t => t.Namespace == "Ingest.Cases");

    [Fact]
    public void ToString_IsWrittenByHandWhereAMemberCouldHoldAValue()
    {
        foreach (var type in CaseTypes.Where(PrintsItsMembers))
            Assert.All(PrintedTypes(type), printed => Assert.True(IsHarmless(printed), $"{type.FullName} prints a {printed.Name}."));
    }

    [Fact]
    public void CaseType_HasNoOtherFormThanItsMemory()
    {
        foreach (var type in CaseTypes)
        {
            Assert.Null(type.GetCustomAttribute<DebuggerDisplayAttribute>());
            Assert.DoesNotContain(
                type.GetMembers(Declared).SelectMany(m => m.GetCustomAttributesData()),
                a => a.AttributeType.Namespace == typeof(JsonPropertyNameAttribute).Namespace && a.AttributeType != typeof(JsonIgnoreAttribute));
        }
    }

    private static bool PrintsItsMembers(Type type) =>
        type.GetMethod("PrintMembers", Declared) is { } print && print.IsDefined(typeof(CompilerGeneratedAttribute))
        && type.GetMethod(nameof(ToString), Declared, []) is { } text && text.IsDefined(typeof(CompilerGeneratedAttribute));

    private static IEnumerable<Type> PrintedTypes(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.Name != "EqualityContract").Select(p => p.PropertyType)
            .Concat(type.GetFields(BindingFlags.Instance | BindingFlags.Public).Select(f => f.FieldType));

    private static bool IsHarmless(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum || plain.IsPrimitive && plain != typeof(char)
            || plain == typeof(DateOnly) || plain == typeof(DateTimeOffset) || plain == typeof(TimeSpan)
            || (plain.Assembly == OwnAssemblies.Ingest && plain.Namespace is { } n && !CaseNamespaces.Contains(n, StringComparer.Ordinal));
    }
}
