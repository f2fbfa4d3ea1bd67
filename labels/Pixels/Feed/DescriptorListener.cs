using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;

namespace AiLabels.Pixels.Feed;

/// <summary>Lets Kestrel serve connections that exist already, and listen nowhere.</summary>
internal sealed class DescriptorListener(SocketConnectionFactoryOptions options, int sendBuffer, ILogger logger)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector, IConnectionListener
{
    private readonly Channel<Socket> _connections = Channel.CreateUnbounded<Socket>();
    private readonly SocketConnectionContextFactory _factory = new(options, logger);

    public EndPoint EndPoint { get; } = new Descriptors();

    /// <summary>Serves a connection; the other end belongs to the client.</summary>
    public void Add(Socket connection)
    {
        connection.SendBufferSize = sendBuffer;
        if (!_connections.Writer.TryWrite(connection))
        {
            connection.Dispose();
        }
    }

    public bool CanBind(EndPoint endpoint) => endpoint is Descriptors;

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IConnectionListener>(this);

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) =>
        await _connections.Reader.WaitToReadAsync(cancellationToken) && _connections.Reader.TryRead(out var connection)
            ? _factory.Create(connection)
            : null;

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        _connections.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _connections.Writer.TryComplete();
        while (_connections.Reader.TryRead(out var connection))
        {
            connection.Dispose();
        }

        _factory.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class Descriptors : EndPoint
    {
        public override string ToString() => "descriptors";
    }
}
