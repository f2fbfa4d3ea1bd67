using Microsoft.DurableTask.Client;

namespace Local.Durable.Storage;

/// <summary>Builds the condition of a query on instances.</summary>
internal sealed class InstanceFilter
{
    private readonly List<string> _conditions = [];
    private readonly List<object?> _values = [];

    public string Where => _conditions.Count == 0 ? string.Empty : $"WHERE {string.Join(" AND ", _conditions)}";

    public object?[] Values => [.. _values];

    public InstanceFilter WithStatuses(IEnumerable<OrchestrationRuntimeStatus>? statuses)
    {
        if (statuses is not null)
        {
            _conditions.Add($"status IN {statuses.Sql()}");
        }

        return this;
    }

    public InstanceFilter CreatedBetween(DateTimeOffset? from, DateTimeOffset? to) =>
        When("created_at >=", from?.UtcTicks).When("created_at <=", to?.UtcTicks);

    /// <summary>Ids compare by their bytes, so a prefix is a range of the id's index.</summary>
    public InstanceFilter WithPrefix(string? prefix) =>
        string.IsNullOrEmpty(prefix) ? this : When("id >=", prefix).When("id <", prefix + "\U0010FFFF");

    public InstanceFilter After(string? id) => When("id >", id);

    private InstanceFilter When(string condition, object? value)
    {
        if (value is not null)
        {
            _values.Add(value);
            _conditions.Add($"{condition} ${_values.Count}");
        }

        return this;
    }
}
