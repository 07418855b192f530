using Ingest.Tests.Child;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Ingest.Tests;

/// <summary>The test runner, and the process that tests of the store start, kill and start again.</summary>
internal static class EntryPoint
{
    public static int Main(string[] args)
    {
        if (args is [IntakeChild.Verb, ..])
        {
            return IntakeChild.Run(args);
        }

        if (args is [SealedWriterChild.Verb, ..])
        {
            return SealedWriterChild.Run(args);
        }

        return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
            ? TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions).GetAwaiter().GetResult()
            : ConsoleRunner.Run(args).GetAwaiter().GetResult();
    }
}
