package com.huixiang.database.embedded;

import com.huixiang.database.DatabaseProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The account PostgreSQL runs under. It refuses to run as root; so root hands it to the nameless user 65534, and where that
 * user cannot reach the data folder (a checkout below /root, say) to a user namespace, in which root is nobody.
 *
 * @param prefix what stands before the command
 * @param uid who must own the files of the database
 */
record UnprivilegedAccount(List<String> prefix, int uid) {

    private static final int NOBODY = 65534;
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    private static final List<String> IN_NAMESPACE = List.of("unshare", "--user");

    static UnprivilegedAccount reaching(Path folder) {
        var self = uidOf(Path.of("/proc/self"));
        if (self != 0) {
            return new UnprivilegedAccount(List.of(), self);
        }
        if (canReach(folder, AS_NOBODY)) {
            return new UnprivilegedAccount(AS_NOBODY, NOBODY);
        }
        if (canReach(folder, IN_NAMESPACE)) {
            return new UnprivilegedAccount(IN_NAMESPACE, 0);
        }
        throw new DatabaseProblem(
                "PostgreSQL does not run as root, and the user it would run as instead (uid " + NOBODY
                        + ") cannot reach the data folder " + folder + ".",
                "Point HUIXIANG_DATA to a folder every user can reach, such as /var/lib/huixiang,"
                        + " or start as an ordinary user.");
    }

    List<String> command(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Makes this account the owner of everything below the folder, if it is not yet. */
    void own(Path folder) {
        if (uidOf(folder) == uid) {
            return;
        }
        try (var files = Files.walk(folder)) {
            // The folder itself comes last: its owner tells whether the work was finished.
            for (var file : files.toList().reversed()) {
                Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int uidOf(Path path) {
        try {
            return (int) Files.getAttribute(path, "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean canReach(Path folder, List<String> prefix) {
        try {
            var command = new ArrayList<>(prefix);
            command.addAll(List.of("test", "-r", folder.toString(), "-a", "-x", folder.toString()));
            return new ProcessBuilder(command)
                            .directory(Path.of("/").toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
