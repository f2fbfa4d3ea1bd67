using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Local.Durable.Storage;

/// <summary>
/// The one writer. Whatever waits when a transaction begins is committed with it, so that under load many turns share one commit; a
/// caller's task completes after the commit.
/// </summary>
internal sealed class StoreWriter : IDisposable
{
    private const int MaxBatch = 512;

    private readonly BlockingCollection<Job> _jobs = [];
    private readonly SqliteConnection _connection;
    private readonly WriteSession _session;
    private readonly Thread _thread;
    private volatile bool _abandoned;

    public StoreWriter(Database database)
    {
        _connection = database.Connect();
        _session = new(_connection);
        _thread = new(Run) { IsBackground = true, Name = "durable store writer" };
        _thread.Start();
    }

    /// <summary>Runs <paramref name="work"/> in the next transaction; when that fails, again in one of its own.</summary>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    public Task<T> WriteAsync<T>(Func<WriteSession, T> work)
    {
        var job = new Job<T>(work);
        try
        {
            _jobs.Add(job);
        }
        catch (InvalidOperationException)
        {
            job.Fail(Closed());
        }

        return job.Done;
    }

    /// <summary>Commits what waits and closes.</summary>
    public void Complete()
    {
        _jobs.CompleteAdding();
        _thread.Join();
    }

    /// <summary>Closes at once; what waits is not written.</summary>
    public void Dispose()
    {
        _abandoned = true;
        Complete();
        _session.Dispose();
        _connection.Dispose();
        _jobs.Dispose();
    }

    private static ObjectDisposedException Closed() => new(nameof(StoreWriter), "The durable engine has stopped.");

    private void Run()
    {
        var batch = new List<Job>(MaxBatch);
        while (_jobs.TryTake(out var first, Timeout.Infinite))
        {
            batch.Add(first);
            while (batch.Count < MaxBatch && _jobs.TryTake(out var next))
            {
                batch.Add(next);
            }

            if (_abandoned)
            {
                batch.ForEach(job => job.Fail(Closed()));
            }
            else if (!TryCommit(batch))
            {
                // One bad write must not fail its neighbours: each gets a transaction of its own.
                batch.ForEach(job => TryCommit([job]));
            }

            batch.Clear();
        }
    }

    private bool TryCommit(List<Job> batch)
    {
        try
        {
            _session.Begin();
            batch.ForEach(job => job.Execute(_session));
            _session.Commit();
        }
        catch (Exception failure)
        {
            _session.Rollback();
            if (batch.Count == 1)
            {
                batch[0].Fail(failure);
            }

            return batch.Count == 1;
        }

        batch.ForEach(job => job.Complete());
        return true;
    }

    private abstract class Job
    {
        public abstract void Execute(WriteSession session);

        public abstract void Complete();

        public abstract void Fail(Exception failure);
    }

    private sealed class Job<T>(Func<WriteSession, T> work) : Job
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Done => _done.Task;

        public override void Execute(WriteSession session) => _result = work(session);

        public override void Complete() => _done.TrySetResult(_result!);

        public override void Fail(Exception failure) => _done.TrySetException(failure);
    }
}
