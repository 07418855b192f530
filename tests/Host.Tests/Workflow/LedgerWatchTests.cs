using Host.Tests.Support;
using Host.Workflow;

namespace Host.Tests.Workflow;

public sealed class LedgerWatchTests : IDisposable
{
    private readonly SomeInstallation _some = new();

    public void Dispose() => _some.Dispose();

    [Fact]
    public void Entry_IsCountedAtTheNextQuestionWhoeverWroteIt()
    {
        using var watch = new LedgerWatch(_some.Host.Database);
        for (var written = 0; written < 4; written++)
        {
            Assert.Equal(written, watch.Entries());
            Assert.Equal(written, watch.Entries());
            using var connection = _some.Host.Database.Connect();
            using var transaction = connection.BeginTransaction();
            _some.Host.Ledger.Append(connection, transaction, "background", $"{written}", [1], _some.Clock.GetUtcNow());
            Assert.Equal(written, watch.Entries());
            transaction.Commit();
        }
    }

    [Fact]
    public async Task ManyAskers_GetOneAnswer()
    {
        using var watch = new LedgerWatch(_some.Host.Database);
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(watch.Entries)));
        Assert.All(answers, a => Assert.Equal(0, a));
    }
}
