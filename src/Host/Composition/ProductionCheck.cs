using Host.Configuration;
using Host.Demo;
using Host.Outcomes;

namespace Host.Composition;

/// <summary>Turns away what is meant for developers alone, before an installation serves anybody.</summary>
internal static class ProductionCheck
{
    private static readonly string[] EnvironmentNames = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];

    /// <returns>What must not be; null where there is nothing of the kind.</returns>
    public static Failure? FindFault(SettingsSource source, Installation installation)
    {
        if (EnvironmentNames.FirstOrDefault(n => string.Equals(source.Variable(n), "Development", StringComparison.OrdinalIgnoreCase)) is { } name)
        {
            return new Failure(ExitCode.WrongUsage, "DevelopmentEnvironment", name);
        }

        return DemoSandbox.Knows(installation.Keys) ? new Failure(ExitCode.WrongUsage, "KeysOfDemonstration") : null;
    }
}
