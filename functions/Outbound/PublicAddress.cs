using System.Net;
using System.Net.Sockets;

namespace VideoGate.Outbound;

/// <summary>Distinguishes public internet addresses from private networks, this machine and the Azure platform.</summary>
internal static class PublicAddress
{
    // IANA's special-purpose registry (RFC 6890 and its updates), multicast and reserved ranges, and Azure's platform address, which only
    // looks public: https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
    private static readonly IPNetwork[] NotPublicV4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12",
                "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    // IANA allocates global unicast from here; loopback, link-local, unique local, multicast, IPv4-compatible and NAT64 are outside.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    // Excluded from it: protocol assignments with Teredo, documentation, and 6to4, whose addresses embed IPv4 addresses.
    private static readonly IPNetwork[] NotPublicV6 =
        [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(network => IPNetwork.Parse(network))];

    public static bool IsPublic(IPAddress address) => address switch
    {
        { IsIPv4MappedToIPv6: true } => IsPublic(address.MapToIPv4()),
        { AddressFamily: AddressFamily.InterNetwork } => !NotPublicV4.Any(network => network.Contains(address)),
        { AddressFamily: AddressFamily.InterNetworkV6 } =>
            GlobalUnicast.Contains(address) && !NotPublicV6.Any(network => network.Contains(address)),
        _ => false,
    };
}
