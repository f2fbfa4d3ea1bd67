using System.Runtime.InteropServices;

namespace AiLabels.Pixels.Programs.Kernel;

/// <summary>Numbers of system calls on the processor of this machine.</summary>
/// <param name="NewTask"><c>clone</c>, which starts threads and processes; <c>NewTask3</c> is <c>clone3</c>.</param>
/// <param name="Architecture">Value of <c>seccomp_data.arch</c> (audit(7)).</param>
internal sealed record SystemCalls(
    uint Architecture, int Seccomp, int Socket, int Connect, int NewTask, int NewTask3, int OpenProcess, IReadOnlyList<int> Denied)
{
    /// <summary>Null on a processor without a table.</summary>
    public static SystemCalls? Here { get; } = RuntimeInformation.ProcessArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => new(0xC000003E, 317, 41, 42, 56, 435, 434, [.. Numbers(static row => row.X64)]),
        System.Runtime.InteropServices.Architecture.Arm64 =>
            new(0xC00000B7, 277, 198, 203, 220, 435, 434, [.. Numbers(static row => row.Arm64)]),
        _ => null,
    };

    /// <summary>
    /// What no decoder calls and attacks on the kernel, or on other processes, begin with. -1: the processor does not have it.
    /// </summary>
    private static (string Name, int X64, int Arm64)[] Table =>
    [
        ("accept", 43, 202), ("accept4", 288, 242), ("acct", 163, 89), ("add_key", 248, 217), ("adjtimex", 159, 171), ("bind", 49, 200),
        ("bpf", 321, 280), ("chroot", 161, 51), ("clock_adjtime", 305, 266), ("clock_settime", 227, 112), ("delete_module", 176, 106),
        ("fanotify_init", 300, 262), ("finit_module", 313, 273), ("fsconfig", 431, 431), ("fsmount", 432, 432), ("fsopen", 430, 430),
        ("fspick", 433, 433), ("init_module", 175, 105), ("io_uring_enter", 426, 426), ("io_uring_register", 427, 427),
        ("io_uring_setup", 425, 425), ("ioperm", 173, -1), ("iopl", 172, -1), ("kcmp", 312, 272), ("kexec_file_load", 320, 294),
        ("kexec_load", 246, 104), ("keyctl", 250, 219), ("listen", 50, 201), ("mknod", 133, -1), ("mknodat", 259, 33),
        ("modify_ldt", 154, -1), ("mount", 165, 40), ("mount_setattr", 442, 442), ("move_mount", 429, 429), ("mq_open", 240, 180),
        ("msgget", 68, 186), ("name_to_handle_at", 303, 264), ("open_by_handle_at", 304, 265), ("open_tree", 428, 428),
        ("perf_event_open", 298, 241), ("personality", 135, 92), ("pidfd_getfd", 438, 438), ("pivot_root", 155, 41),
        ("process_vm_readv", 310, 270), ("process_vm_writev", 311, 271), ("ptrace", 101, 117), ("quotactl", 179, 60), ("reboot", 169, 142),
        ("request_key", 249, 218), ("semget", 64, 190), ("setdomainname", 171, 162), ("sethostname", 170, 161), ("setns", 308, 268),
        ("settimeofday", 164, 170), ("shmget", 29, 194), ("swapoff", 168, 225), ("swapon", 167, 224), ("syslog", 103, 116),
        ("umount2", 166, 39), ("unshare", 272, 97), ("userfaultfd", 323, 282), ("vhangup", 153, 58),
    ];

    private static IEnumerable<int> Numbers(Func<(string Name, int X64, int Arm64), int> column) =>
        Table.Select(column).Where(static number => number >= 0);
}
