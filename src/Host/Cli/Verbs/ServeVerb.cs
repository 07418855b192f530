using System.CommandLine;
using System.Net.Sockets;
using Host.Composition;
using Host.Configuration;
using Host.Demo;
using Host.Jobs;
using Host.Outcomes;
using Host.Reminders;
using Host.Texts;
using Host.Web;
using Host.Web.Accounts;
using Host.Web.Listening;
using Host.Web.Metrics;
using Host.Workflow;

namespace Host.Cli.Verbs;

/// <summary><c>serve [--demo [--out DIR]] [--port N]</c>: the pages and the schedule in one process, until it is stopped.</summary>
internal sealed class ServeVerb : IVerb
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private const int MostPort = 65535;

    private Option<bool> _demo = null!;
    private Option<string> _out = null!;
    private Option<int> _port = null!;

    public Command Describe(Messages messages)
    {
        _demo = new Option<bool>("--demo") { Description = messages["OptionServeDemo"] };
        _out = new Option<string>("--out") { Description = messages["OptionServeOut"], HelpName = "DIR", DefaultValueFactory = _ => "out-portal" };
        _port = new Option<int>("--port") { Description = messages["OptionServePort"], HelpName = "N", DefaultValueFactory = _ => 8080 };
        return new Command("serve", messages["VerbServe"]) { _demo, _out, _port };
    }

    public async Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        if (call.Parsed.GetValue(_port) is < 1 or > MostPort)
        {
            return call.Fail(new Failure(ExitCode.WrongUsage, "PortWrong", $"{MostPort}"));
        }

        var isDemo = call.Parsed.GetValue(_demo);
        var settings = call.Settings;
        if (isDemo)
        {
            if (!(await DemonstrationAsync(call, call.Parsed.GetRequiredValue(_out), cancellationToken)).Succeeded(out settings, out var unmade))
            {
                return call.Fail(unmade);
            }
        }

        var clock = isDemo ? DemoSandbox.ClockIn(call.Parsed.GetRequiredValue(_out)) : call.Clock;
        if (!ReleaseDesk.Open(settings, clock).Succeeded(out var desk, out var failure))
        {
            return call.Fail(failure);
        }

        using (desk)
        {
            if (!isDemo && ProductionCheck.FindFault(settings, desk.Installation) is { } fault)
            {
                return call.Fail(fault);
            }

            if (MetricsToken.Read(desk.Installation.Settings.Web).Failure is { } tokenless)
            {
                return call.Fail(tokenless);
            }

            if (!IdentityProvider.Read(desk.Installation.Settings.Web.OpenIdConnect, settings.Variable(IdentityProvider.SecretVariable)).Succeeded(out var provider, out var secretless))
            {
                return call.Fail(secretless);
            }

            if (!ReminderChannels.Read(desk.Installation.Settings.Reminders, settings.Variable, clock).Succeeded(out var channels, out failure))
            {
                return call.Fail(failure);
            }

            if (!Listener.Of(desk.Installation.Settings.Web, call.Parsed.GetValue(_port), call.Clock).Succeeded(out var listener, out failure))
            {
                return call.Fail(failure);
            }

            // A second server would take the first one's deliveries under way for ones that were cut off.
            using var alone = PathLock.Acquire(Path.Combine(desk.Installation.Settings.Store.Private, "serve.lock"), TimeSpan.Zero, cancellationToken);
            return await ServeAsync(call, desk, isDemo, listener, provider, channels, cancellationToken);
        }
    }

    private static async Task<Outcome<SettingsSource>> DemonstrationAsync(VerbCall call, string folder, CancellationToken cancellationToken)
    {
        if (DemoSandbox.SettingsIn(folder) is { } made)
        {
            return made;
        }

        if (DemoSandbox.At(folder) is not { } sandbox)
        {
            return new Failure(ExitCode.Conflict, "DemoFolderTaken", folder);
        }

        using (sandbox)
        {
            var outcome = await StepProgress.RunAsync(call.Terminal, progress => DemoBuild.RunAsync(sandbox, DemoExtent.WholeHistory, progress, cancellationToken));
            if (!outcome.Succeeded(out _, out var failure))
            {
                return failure;
            }

            sandbox.Finish();
        }

        return DemoSandbox.SettingsIn(folder) ?? throw new InvalidOperationException("A finished demonstration has settings.");
    }

    private static async Task<ExitCode> ServeAsync(
        VerbCall call, ReleaseDesk desk, bool isDemo, Listener listener, IdentityProvider? provider, IReadOnlyList<IReminderChannel> channels, CancellationToken cancellationToken)
    {
        using var jobs = WorkServer.Start(desk, Pause, channels);
        await using var portal = WebPortal.Build(desk, isDemo, listener, jobs, provider);
        try
        {
            await portal.StartAsync(cancellationToken);
        }
        catch (IOException)
        {
            return call.Fail(new Failure(ExitCode.DependencyUnavailable, "PortTaken", $"{listener.Port}"));
        }
        catch (SocketException)
        {
            return call.Fail(new Failure(ExitCode.DependencyUnavailable, "AddressRefused", desk.Installation.Settings.Web.Address, $"{listener.Port}"));
        }

        if (listener.Certificate is null && !isDemo)
        {
            call.Terminal.Note("OnThisMachineOnly");
        }

        call.Terminal.Say("Serving", portal.Urls.First());
        if (portal.Services.GetRequiredService<SetupToken>().Word is { } word)
        {
            call.Terminal.Say("SetupAt", $"{portal.Urls.First()}/setup?token={word}");
        }

        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            call.Terminal.Note("Stopping");
        }

        await portal.StopAsync(CancellationToken.None);
        return ExitCode.Cancelled;
    }
}
