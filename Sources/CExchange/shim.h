#pragma once
#include <errno.h>
#include <fcntl.h>

// renameat2(2), which Swift's view of glibc lacks; weak, for a C library may lack it too.
extern int renameat2(int, const char *, int, const char *, unsigned int) __attribute__((weak));

// Exchanges what stands at two paths in one step; -1 with errno, ENOSYS where the system cannot.
static inline int exchange_paths(const char *one, const char *other) {
    if (!renameat2) {
        errno = ENOSYS;
        return -1;
    }
    return renameat2(AT_FDCWD, one, AT_FDCWD, other, 2 /* RENAME_EXCHANGE */);
}
