using System.Collections;
using System.Text;
using Host.Cli;

var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal);
using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    // The first Ctrl-C lets the run clean up after itself; a second one ends the process at once.
    e.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
};
using var sigterm = System.Runtime.InteropServices.PosixSignalRegistration.Create(
    System.Runtime.InteropServices.PosixSignal.SIGTERM, context =>
    {
        context.Cancel = true;
        cancellation.Cancel();
    });
var plain = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
await using var output = new StreamWriter(Console.OpenStandardOutput(), plain) { AutoFlush = true };
await using var error = new StreamWriter(Console.OpenStandardError(), plain) { AutoFlush = true };
var host = new CommandLineHost(output, error, environment, TimeProvider.System, errorIsTerminal: !Console.IsErrorRedirected);
return await host.RunAsync(args, cancellation.Token);
