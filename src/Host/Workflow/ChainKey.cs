using Dapper;
using Ingest.Pseudonymise;

namespace Host.Workflow;

/// <summary>Which key of the ring the chains of a database are made with: the one that was current when it was begun, also after another has become current.</summary>
internal static class ChainKey
{
    /// <summary>The chain of a database. Where the ring does not hold its key, the present one: nothing of the chain then holds, and everything that looks at it says so.</summary>
    public static Chain Of(WorkflowDatabase database, KeyRing keys)
    {
        using var connection = database.Connect();
        if (connection.QuerySingleOrDefault<string>("SELECT key_id FROM chain_key") is not { } id)
        {
            var first = connection.QuerySingleOrDefault<AuditRow>("SELECT seq, at, actor, action, subject, previous, link FROM audit WHERE seq = 1");
            if ((first is null ? keys.IdFor(KeyPurpose.Audit) : keys.Ids.FirstOrDefault(i => IsMadeWith(first, i, keys))) is not { } begun)
            {
                return new Chain(keys.Current(KeyPurpose.Audit));
            }

            connection.Execute("INSERT INTO chain_key (only_row, key_id) VALUES (1, @begun) ON CONFLICT (only_row) DO NOTHING", new { begun });
            id = connection.QuerySingle<string>("SELECT key_id FROM chain_key");
        }

        return new Chain(keys.Derive(id, KeyPurpose.Audit) ?? keys.Current(KeyPurpose.Audit));
    }

    private static bool IsMadeWith(AuditRow first, string id, KeyRing keys) =>
        first.Link == new Chain(keys.Derive(id, KeyPurpose.Audit)!).Link(first.Previous, first.At, first.Actor, first.Action, first.Subject);
}
