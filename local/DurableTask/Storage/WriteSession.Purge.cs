using System.Diagnostics.CodeAnalysis;

namespace Local.Durable.Storage;

internal sealed partial class WriteSession
{
    private Statement _deleteTasks;
    private Statement _deleteInstance;
    private Statement _endedTree;

    /// <summary>Deletes an instance that has ended, and with <paramref name="recursive"/> the ended sub-orchestrations below it.</summary>
    /// <returns>How many instances were deleted.</returns>
    public int Purge(string instanceId, bool recursive)
    {
        if (Find(instanceId) is not { } existing || !existing.Status.HasEnded())
        {
            return 0;
        }

        List<long> keys = recursive ? _endedTree.List(row => row.GetInt64(0), existing.Key) : [existing.Key];
        keys.ForEach(Delete);
        return keys.Count;
    }

    [MemberNotNull(nameof(_deleteTasks), nameof(_deleteInstance), nameof(_endedTree))]
    private void PreparePurge()
    {
        _deleteTasks = Prepare("DELETE FROM tasks WHERE key = $1");
        _deleteInstance = Prepare("DELETE FROM instances WHERE key = $1");
        _endedTree = Prepare($"""
            WITH RECURSIVE tree(key) AS (
                SELECT $1 UNION SELECT child.key FROM instances child JOIN tree ON child.parent_key = tree.key
                WHERE child.status IN {RuntimeStatuses.Final.Sql()})
            SELECT key FROM tree
            """);
    }

    // Inbox rows need no key index for this: one without an instance is deleted when it is delivered.
    private void Delete(long key)
    {
        _deleteInstance.Run(key);
        _deleteHistory.Run(key);
        _deleteTasks.Run(key);
        _deleteTimers.Run(key);
    }
}
