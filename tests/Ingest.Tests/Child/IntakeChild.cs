using System.Globalization;
using Ingest.Catalogue;
using Ingest.Storage;
using Ingest.Tests.Storage;

namespace Ingest.Tests.Child;

/// <summary>
/// What a child process does: opens a store, takes in uploads, and says on its output what happened. At the step it is told to, it
/// says so and waits to be killed.
/// </summary>
internal static class IntakeChild
{
    public const string Verb = "intake-child";

    /// <param name="args">
    /// The verb, the store's folder, the step to wait at ("none"; "register" for a new store), rows of each upload, then the uploads:
    /// a name, a name and its own rows as "name:rows", or "list" for the files in the store.
    /// </param>
    public static int Run(string[] args)
    {
        IIntakeObserver observer = Enum.TryParse(args[2], out IntakeStep step) ? new WaitingObserver(step) : NoIntakeObserver.Instance;
        int rows = int.Parse(args[3], CultureInfo.InvariantCulture);
        StoreResult<CaseStore> opened = CaseStore.Open(args[1], args[1] + "-keys", SomeStore.Keys, new FakeTime(), observer);
        if (!opened.TryGet(out CaseStore? store))
        {
            Console.WriteLine($"open {opened.Failure}");
            return 1;
        }

        using (store)
        {
            if (args[2] == "register")
            {
                store.Register(new Partner(SomeStore.Alpha, "Birinci ortak", "First partner"));
            }

            foreach (string[] upload in args[4..].Select(arg => arg.Split(':')))
            {
                Console.WriteLine(upload switch
                {
                    ["list"] => string.Join(' ', Directory.GetFiles(Path.Combine(args[1], "cases")).Select(Path.GetFileName)),
                    [var name] => $"{name} {Outcome(store, name, rows)}",
                    [var name, var own] => $"{name} {Outcome(store, name, int.Parse(own, CultureInfo.InvariantCulture))}",
                    _ => "?",
                });
            }
        }

        return 0;
    }

    private static string Outcome(CaseStore store, string name, int rows)
    {
        try
        {
            SomeCase[] cases = [.. Enumerable.Range(1, rows).Select(i => new SomeCase { Case = i, Person = i })];
            StoreResult<Receipt> receipt = SomeStore.TryAdd(store, SomeStore.Alpha, null, SomeStore.Digest(name), cases);
            return receipt.Failure?.ToString() ?? receipt.Value.Id.ToString();
        }
        catch (StoreException failure)
        {
            return failure.Code.ToString();
        }
    }

    private sealed class WaitingObserver(IntakeStep awaited) : IIntakeObserver
    {
        public void Reached(IntakeStep step)
        {
            if (step == awaited)
            {
                Console.WriteLine($"reached {step}");
                Console.Out.Flush();
                Thread.Sleep(Timeout.Infinite);
            }
        }
    }
}
