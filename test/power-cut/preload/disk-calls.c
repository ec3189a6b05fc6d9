/*
 * Loaded before the C library into a desk process (LD_PRELOAD). Of every call that changes a file in the watched folder it keeps an exact
 * record, in order and with contents; on request it lets the N-th such call fail. It decides nothing else and changes no answer.
 *
 *   QABYL_DISK_FOLDER  absolute path of the folder that is watched
 *   QABYL_DISK_LOG     the record; see disk-log.ts for its format. Without it nothing is recorded.
 *   QABYL_DISK_MARKS   a file outside the folder: what the process writes into it becomes a mark between the calls, except the orders
 *                      "arm ERRNO CLASSES N FOR" (the N-th call of these classes fails, and FOR - 1 after it) and "heal"
 *   QABYL_DISK_HITS    one byte is appended for each call that was made to fail
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum operation { OPENED = 1, WRITTEN, TRUNCATED, SYNCED, UNLINKED, RENAMED, MADE_FOLDER, REMOVED_FOLDER, MARKED, FAILED, NOT_MODELLED };
enum class { WRITE = 1, SYNC = 2, TRUNCATE = 4, OPEN = 8, NAMES = 16 };
enum kind { FOREIGN = 0, OURS, FOLDER, MARKS };
enum opened { CREATED = 1, IS_FOLDER = 2, EMPTIED = 4 };

struct header { uint32_t operation, text_length; uint64_t inode, offset, length; };
struct descriptor { ino_t inode; enum kind kind; };

#define DESCRIPTORS 4096
static struct descriptor descriptors[DESCRIPTORS];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static const char *folder, *marks;
static size_t folder_length;
static int log_descriptor = -1, hits_descriptor = -1;
static int armed_errno, armed_classes;
static long armed_after, armed_for;

#define REAL(type, name, ...) static type (*real_##name)(__VA_ARGS__)
REAL(int, openat, int, const char *, int, ...);
REAL(int, close, int);
REAL(ssize_t, write, int, const void *, size_t);
REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
REAL(ssize_t, writev, int, const struct iovec *, int);
REAL(int, ftruncate, int, off_t);
REAL(int, fsync, int);
REAL(int, fdatasync, int);
REAL(int, unlinkat, int, const char *, int);
REAL(int, renameat, int, const char *, int, const char *);
REAL(int, mkdir, const char *, mode_t);
REAL(void *, mmap, void *, size_t, int, int, int, off_t);

/* Without the C library's own open: the record must not record itself. */
static int open_aside(const char *variable) {
  const char *path = getenv(variable);
  if (path == NULL) return -1;
  return (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

__attribute__((constructor)) static void start(void) {
#define FIND(name) *(void **)&real_##name = dlsym(RTLD_NEXT, #name)
  FIND(openat); FIND(close); FIND(write); FIND(pwrite); FIND(writev); FIND(ftruncate); FIND(fsync); FIND(fdatasync);
  FIND(unlinkat); FIND(renameat); FIND(mkdir); FIND(mmap);
  folder = getenv("QABYL_DISK_FOLDER");
  marks = getenv("QABYL_DISK_MARKS");
  folder_length = folder == NULL ? 0 : strlen(folder);
  log_descriptor = open_aside("QABYL_DISK_LOG");
  hits_descriptor = open_aside("QABYL_DISK_HITS");
}

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t count = syscall(SYS_write, log_descriptor, at, length);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) abort(); /* half a record would prove something that did not happen */
    at += count;
    length -= (size_t)count;
  }
}

static void record(enum operation operation, ino_t inode, uint64_t offset, const char *text, size_t text_length, const void *bytes,
                   size_t length) {
  if (log_descriptor < 0) return;
  int kept = errno;
  struct header header = { operation, (uint32_t)text_length, inode, offset, length };
  put(&header, sizeof header);
  put(text, text_length);
  put(bytes, length);
  errno = kept;
}

/* 1 when this call is one that was told to fail; errno is set. */
static int fails(enum class class, const char *what) {
  if ((armed_classes & class) == 0) return 0;
  if (armed_after > 1) { armed_after--; return 0; }
  if (armed_for <= 0) return 0;
  armed_for--;
  record(FAILED, 0, class, what, strlen(what), NULL, 0);
  if (hits_descriptor >= 0) (void)!syscall(SYS_write, hits_descriptor, "x", 1);
  errno = armed_errno;
  return 1;
}

static int obey(const char *text, size_t length) {
  char order[64];
  if (length >= sizeof order) return 0;
  memcpy(order, text, length);
  order[length] = 0;
  if (sscanf(order, "arm %d %d %ld %ld", &armed_errno, &armed_classes, &armed_after, &armed_for) == 4) return 1;
  if (strncmp(order, "heal", 4) != 0) return 0;
  armed_classes = 0;
  return 1;
}

static enum kind kind_of_path(int at, const char *path, char *full) {
  if (folder == NULL) return FOREIGN;
  if (path[0] == '/') snprintf(full, PATH_MAX, "%s", path);
  else {
    char base[PATH_MAX] = "";
    if (at == AT_FDCWD) { if (getcwd(base, sizeof base) == NULL) return FOREIGN; }
    else {
      char link[64];
      snprintf(link, sizeof link, "/proc/self/fd/%d", at);
      ssize_t length = readlink(link, base, sizeof base - 1);
      if (length < 0) return FOREIGN;
      base[length] = 0;
    }
    if ((size_t)snprintf(full, PATH_MAX, "%s/%s", base, path) >= PATH_MAX) return FOREIGN;
  }
  if (marks != NULL && strcmp(full, marks) == 0) return MARKS;
  if (strncmp(full, folder, folder_length) != 0) return FOREIGN;
  if (full[folder_length] == 0) return FOLDER;
  return full[folder_length] == '/' ? OURS : FOREIGN;
}

/* What an open file is. A descriptor that the C library closed behind our back is told by its inode. */
static enum kind kind_of(int descriptor, ino_t *inode) {
  if (descriptor < 0 || descriptor >= DESCRIPTORS || descriptors[descriptor].kind == FOREIGN) return FOREIGN;
  struct stat now;
  if (fstat(descriptor, &now) != 0 || now.st_ino != descriptors[descriptor].inode) return FOREIGN;
  *inode = now.st_ino;
  return descriptors[descriptor].kind;
}

static int open_watched(int at, const char *path, int flags, mode_t mode) {
  char full[PATH_MAX];
  enum kind kind = kind_of_path(at, path, full);
  if (kind == FOREIGN) {
    int result = real_openat(at, path, flags, mode);
    if (result >= 0 && result < DESCRIPTORS) descriptors[result].kind = FOREIGN;
    return result;
  }
  pthread_mutex_lock(&turn);
  int result = -1;
  if (kind != OURS || !fails(OPEN, full)) {
    struct stat before, now;
    int was_there = fstatat(at, path, &before, 0) == 0;
    result = real_openat(at, path, flags, mode);
    if (result >= DESCRIPTORS) abort();
    if (result >= 0 && fstat(result, &now) == 0) {
      int is_folder = S_ISDIR(now.st_mode);
      descriptors[result] = (struct descriptor){ now.st_ino, kind == MARKS ? MARKS : is_folder ? FOLDER : OURS };
      int how = (was_there ? 0 : CREATED) | (is_folder ? IS_FOLDER : 0) | ((flags & O_TRUNC) ? EMPTIED : 0);
      if (kind != MARKS) record(OPENED, now.st_ino, (uint64_t)how, full, strlen(full), NULL, 0);
    }
  }
  pthread_mutex_unlock(&turn);
  return result;
}

#define MODE_OF(flags, mode) \
  mode_t mode = 0; \
  if (((flags) & O_CREAT) || ((flags) & O_TMPFILE) == O_TMPFILE) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { MODE_OF(flags, mode) return open_watched(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_OF(flags, mode) return open_watched(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE_OF(flags, mode) return open_watched(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE_OF(flags, mode) return open_watched(at, path, flags, mode); }
int __open_2(const char *path, int flags) { return open_watched(AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return open_watched(AT_FDCWD, path, flags, 0); }
int creat(const char *path, mode_t mode) { return open_watched(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int descriptor) {
  if (descriptor >= 0 && descriptor < DESCRIPTORS) descriptors[descriptor].kind = FOREIGN;
  return real_close(descriptor);
}

/* `offset` < 0 = where the file stands. A write that is made to fail has written half of its bytes, as a full disk does. */
static ssize_t write_watched(int descriptor, const void *bytes, size_t length, off_t offset) {
  ino_t inode;
  enum kind kind = kind_of(descriptor, &inode);
  if (kind == MARKS) {
    pthread_mutex_lock(&turn);
    if (!obey(bytes, length)) record(MARKED, 0, 0, "", 0, bytes, length);
    pthread_mutex_unlock(&turn);
    return (ssize_t)length;
  }
  if (kind != OURS) return offset < 0 ? real_write(descriptor, bytes, length) : real_pwrite(descriptor, bytes, length, offset);
  pthread_mutex_lock(&turn);
  int is_failing = fails(WRITE, "");
  size_t wanted = is_failing ? length / 2 : length;
  off_t at = offset;
  if (at < 0) {
    struct stat now;
    int is_appending = (fcntl(descriptor, F_GETFL) & O_APPEND) != 0;
    at = is_appending && fstat(descriptor, &now) == 0 ? now.st_size : lseek(descriptor, 0, SEEK_CUR);
  }
  ssize_t result = 0;
  if (wanted > 0) result = offset < 0 ? real_write(descriptor, bytes, wanted) : real_pwrite(descriptor, bytes, wanted, offset);
  if (result > 0) record(WRITTEN, inode, (uint64_t)at, "", 0, bytes, (size_t)result);
  if (is_failing) { errno = armed_errno; result = -1; }
  pthread_mutex_unlock(&turn);
  return result;
}

ssize_t write(int descriptor, const void *bytes, size_t length) { return write_watched(descriptor, bytes, length, -1); }
ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t offset) { return write_watched(descriptor, bytes, length, offset); }
ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off_t offset) { return write_watched(descriptor, bytes, length, offset); }

/* One piece after the other: a caller of writev has to live with less than it asked for. */
static ssize_t writev_watched(int descriptor, const struct iovec *pieces, int count, off_t offset) {
  ssize_t sum = 0;
  for (int index = 0; index < count; index++) {
    ssize_t result = write_watched(descriptor, pieces[index].iov_base, pieces[index].iov_len, offset < 0 ? -1 : offset + sum);
    if (result < 0) return sum > 0 ? sum : -1;
    sum += result;
    if ((size_t)result < pieces[index].iov_len) break;
  }
  return sum;
}

ssize_t writev(int descriptor, const struct iovec *pieces, int count) {
  ino_t inode;
  return kind_of(descriptor, &inode) == FOREIGN ? real_writev(descriptor, pieces, count) : writev_watched(descriptor, pieces, count, -1);
}
ssize_t pwritev(int descriptor, const struct iovec *pieces, int count, off_t offset) { return writev_watched(descriptor, pieces, count, offset); }
ssize_t pwritev64(int descriptor, const struct iovec *pieces, int count, off_t offset) { return writev_watched(descriptor, pieces, count, offset); }

static int truncate_watched(int descriptor, off_t length) {
  ino_t inode;
  if (kind_of(descriptor, &inode) != OURS) return real_ftruncate(descriptor, length);
  pthread_mutex_lock(&turn);
  int result = fails(TRUNCATE, "") ? -1 : real_ftruncate(descriptor, length);
  if (result == 0) record(TRUNCATED, inode, (uint64_t)length, "", 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  return result;
}
int ftruncate(int descriptor, off_t length) { return truncate_watched(descriptor, length); }
int ftruncate64(int descriptor, off_t length) { return truncate_watched(descriptor, length); }

static int sync_watched(int descriptor, int (*real_sync)(int)) {
  ino_t inode;
  enum kind kind = kind_of(descriptor, &inode);
  if (kind != OURS && kind != FOLDER) return real_sync(descriptor);
  pthread_mutex_lock(&turn);
  int result = fails(SYNC, "") ? -1 : real_sync(descriptor);
  if (result == 0) record(SYNCED, inode, 0, "", 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  return result;
}
int fsync(int descriptor) { return sync_watched(descriptor, real_fsync); }
int fdatasync(int descriptor) { return sync_watched(descriptor, real_fdatasync); }

static int unlink_watched(int at, const char *path, int flags) {
  char full[PATH_MAX];
  if (kind_of_path(at, path, full) != OURS) return real_unlinkat(at, path, flags);
  pthread_mutex_lock(&turn);
  int result = fails(NAMES, full) ? -1 : real_unlinkat(at, path, flags);
  if (result == 0) record((flags & AT_REMOVEDIR) ? REMOVED_FOLDER : UNLINKED, 0, 0, full, strlen(full), NULL, 0);
  pthread_mutex_unlock(&turn);
  return result;
}
int unlink(const char *path) { return unlink_watched(AT_FDCWD, path, 0); }
int unlinkat(int at, const char *path, int flags) { return unlink_watched(at, path, flags); }
int rmdir(const char *path) { return unlink_watched(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char *path) {
  struct stat now;
  int is_folder = lstat(path, &now) == 0 && S_ISDIR(now.st_mode);
  return unlink_watched(AT_FDCWD, path, is_folder ? AT_REMOVEDIR : 0);
}

static int rename_watched(int from_at, const char *from, int to_at, const char *to) {
  char both[2 * PATH_MAX], target[PATH_MAX];
  enum kind source = kind_of_path(from_at, from, both), destination = kind_of_path(to_at, to, target);
  if (source != OURS && destination != OURS) return real_renameat(from_at, from, to_at, to);
  pthread_mutex_lock(&turn);
  size_t length = strlen(both) + 1;
  strcpy(both + length, target);
  int result = fails(NAMES, both) ? -1 : real_renameat(from_at, from, to_at, to);
  if (result == 0) record(source == destination ? RENAMED : NOT_MODELLED, 0, 0, both, length + strlen(target), NULL, 0);
  pthread_mutex_unlock(&turn);
  return result;
}
int rename(const char *from, const char *to) { return rename_watched(AT_FDCWD, from, AT_FDCWD, to); }
int renameat(int from_at, const char *from, int to_at, const char *to) { return rename_watched(from_at, from, to_at, to); }

int mkdir(const char *path, mode_t mode) {
  char full[PATH_MAX];
  if (kind_of_path(AT_FDCWD, path, full) != OURS) return real_mkdir(path, mode);
  pthread_mutex_lock(&turn);
  int result = fails(NAMES, full) ? -1 : real_mkdir(path, mode);
  struct stat now;
  if (result == 0 && stat(path, &now) == 0) record(MADE_FOLDER, now.st_ino, 0, full, strlen(full), NULL, 0);
  pthread_mutex_unlock(&turn);
  return result;
}

/* Ways to change a file that the desk does not use. One that it begins to use is named instead of missed. */
static int not_modelled(int descriptor, const char *call) {
  ino_t inode;
  if (kind_of(descriptor, &inode) == OURS) record(NOT_MODELLED, inode, 0, call, strlen(call), NULL, 0);
  return 0;
}

/* Shared memory of the log is made anew by whoever opens the register alone; its name is read from the descriptor. */
static void *map_watched(void *address, size_t length, int protection, int flags, int descriptor, off_t offset) {
  ino_t inode;
  if ((protection & PROT_WRITE) && (flags & MAP_SHARED) && kind_of(descriptor, &inode) == OURS) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t count = readlink(link, path, sizeof path - 1);
    if (count < 4 || memcmp(path + count - 4, "-shm", 4) != 0) not_modelled(descriptor, "mmap");
  }
  return real_mmap(address, length, protection, flags, descriptor, offset);
}
void *mmap(void *address, size_t length, int protection, int flags, int descriptor, off_t offset) {
  return map_watched(address, length, protection, flags, descriptor, offset);
}
void *mmap64(void *address, size_t length, int protection, int flags, int descriptor, off_t offset) {
  return map_watched(address, length, protection, flags, descriptor, offset);
}

/* Copies within the system that leave no bytes to record: the caller falls back to reading and writing. */
ssize_t copy_file_range(int from, off_t *from_offset, int to, off_t *to_offset, size_t length, unsigned flags) {
  ino_t inode;
  if (kind_of(to, &inode) == OURS) { errno = EXDEV; return -1; }
  return syscall(SYS_copy_file_range, from, from_offset, to, to_offset, length, flags);
}
static ssize_t sendfile_watched(int to, int from, off_t *offset, size_t length) {
  ino_t inode;
  if (kind_of(to, &inode) == OURS) { errno = EINVAL; return -1; }
  return syscall(SYS_sendfile, to, from, offset, length);
}
ssize_t sendfile(int to, int from, off_t *offset, size_t length) { return sendfile_watched(to, from, offset, length); }
ssize_t sendfile64(int to, int from, off_t *offset, size_t length) { return sendfile_watched(to, from, offset, length); }

int fallocate(int descriptor, int mode, off_t offset, off_t length) {
  not_modelled(descriptor, "fallocate");
  return (int)syscall(SYS_fallocate, descriptor, mode, offset, length);
}
int posix_fallocate(int descriptor, off_t offset, off_t length) {
  not_modelled(descriptor, "posix_fallocate");
  return syscall(SYS_fallocate, descriptor, 0, offset, length) == 0 ? 0 : errno;
}
