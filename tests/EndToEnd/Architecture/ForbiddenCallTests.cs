using System.Reflection;
using Xunit;

namespace EndToEnd.Architecture;

/// <summary>Where the product may touch files, the terminal, other processes and the network, read from its compiled instructions.</summary>
public sealed class ForbiddenCallTests
{
    private static readonly string[] FileTypes =
        ["System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.RandomAccess"];

    [Fact]
    public void Reports_TouchesFilesInItsWritersOnly() =>
        Assert.All(Users(OwnAssemblies.Reports, IsFileAccess), u => Assert.EndsWith("Writer", u.Name, StringComparison.Ordinal));

    [Theory]
    [InlineData("Publication")]
    [InlineData("Anonymize")]
    public void CoreAndEngine_TouchNoFile(string assembly) => Assert.Empty(Users(Assembly.Load(assembly), IsFileAccess));

    [Theory]
    [InlineData("Publication")]
    [InlineData("Anonymize")]
    [InlineData("Reports")]
    public void CoreEngineAndReports_HaveNoClockAndNoEnvironment(string assembly) =>
        Assert.Empty(Users(Assembly.Load(assembly), m => IsOneOf(m, "System.TimeProvider", "System.Diagnostics.Stopwatch")
            || (IsOneOf(m, "System.Environment") && m.Name is "GetEnvironmentVariable" or "get_TickCount" or "get_TickCount64" or "get_MachineName")));

    [Fact]
    public void Host_AloneSpeaksToTheTerminal() =>
        Assert.Empty(OwnAssemblies.All.Where(a => a != OwnAssemblies.Host).SelectMany(a => Users(a, m => IsOneOf(m, "System.Console"))));

    [Fact]
    public void Product_StartsNoOtherProcess() =>
        Assert.Empty(OwnAssemblies.All.SelectMany(a => Users(a, m => IsOneOf(m, "System.Diagnostics.Process") && m.Name == "Start")));

    [Fact]
    public void OnlyTheHost_SpeaksToTheNetwork() =>
        Assert.Empty(OwnAssemblies.All.Where(a => a != OwnAssemblies.Host)
            .SelectMany(a => Users(a, m => TypeOf(m)?.Namespace is { } n
                && (n.StartsWith("System.Net.Http", StringComparison.Ordinal) || n.StartsWith("System.Net.Sockets", StringComparison.Ordinal)))));

    [Fact]
    public void Product_PicksNoRandomNumberThatASeedDoesNotGive() =>
        Assert.Empty(OwnAssemblies.All.SelectMany(a => Users(a, m => IsOneOf(m, "System.Random") || (IsOneOf(m, "System.Guid") && m.Name is "NewGuid" or "CreateVersion7"))));

    private static IEnumerable<Type> Users(Assembly assembly, Func<MemberInfo, bool> forbidden) =>
        CompiledCode.Uses(assembly).Where(use => forbidden(use.Used)).Select(use => use.User).Distinct();

    private static bool IsFileAccess(MemberInfo member) =>
        IsOneOf(member, FileTypes)
        || (IsOneOf(member, "System.IO.Path") && member.Name.StartsWith("GetTemp", StringComparison.Ordinal))
        || (member is ConstructorInfo made && IsOneOf(member, "System.IO.StreamReader", "System.IO.StreamWriter")
            && made.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(string));

    private static bool IsOneOf(MemberInfo member, params ReadOnlySpan<string> types)
    {
        foreach (var type in types)
        {
            if (string.Equals(TypeOf(member)?.FullName, type, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static Type? TypeOf(MemberInfo member) => member as Type ?? member.DeclaringType;
}
