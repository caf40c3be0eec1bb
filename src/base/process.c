#include "base/process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/io.h"

enum { COMPLAINT_LIMIT = 4096, STEP = 64 * 1024, NOT_STARTED = 127 };

cck_slice cck_process_find(cck_arena *arena, const char *name) {
  cck_slice rest = cck_slice_of(getenv("PATH")), folder;
  while (cck_slice_next(&rest, ':', &folder)) {
    if (!cck_slice_starts(folder, CCK_S("/"))) /* the working folder is no place for programs */
      continue;
    cck_slice path = cck_arena_printf(arena, "%.*s/%s", (int)folder.len, folder.ptr, name);
    if (cck_is_file(path.ptr) && access(path.ptr, X_OK) == 0)
      return path;
  }
  return (cck_slice){NULL, 0};
}

/* What the program and we share. */
typedef struct running {
  const cck_process *program;
  pid_t pid;
  FILE *input;
  long deadline;               /* milliseconds, of the clock */
  int output[2], complaint[2]; /* pipes: we read [0] */
} running;

static bool limit(int what, size_t value) {
  struct rlimit both = {.rlim_cur = value, .rlim_max = value};
  return setrlimit((unsigned)what, &both) == 0;
}

/* In the child: only calls that are safe after a fork. */
static void become(const running *p) {
  const cck_process_limits *limits = &p->program->limits;
  char locale[] = "LC_ALL=C.UTF-8", where[] = "PATH=/usr/bin:/bin";
  char *environment[] = {locale, where, NULL};
  bool ready = dup2(fileno(p->input), STDIN_FILENO) >= 0 && dup2(p->output[1], STDOUT_FILENO) >= 0 &&
               dup2(p->complaint[1], STDERR_FILENO) >= 0 && limit(RLIMIT_CPU, limits->seconds) &&
               limit(RLIMIT_AS, limits->memory) && limit(RLIMIT_CORE, 0) && close_range(STDERR_FILENO + 1, ~0U, 0) == 0;
  if (ready)
    execve(p->program->path, p->program->arguments, environment);
  _exit(NOT_STARTED);
}

/* A file without a name, so that nothing waits for the program to read. */
static FILE *input_file(cck_slice input) {
  FILE *file = tmpfile();
  if (!file)
    return NULL;
  bool written = fwrite(input.ptr, 1, input.len, file) == input.len && fflush(file) == 0;
  if (written && fseek(file, 0, SEEK_SET) == 0)
    return file;
  fclose(file);
  return NULL;
}

static void close_ends(int pipe_ends[2], int which) {
  if (pipe_ends[which] >= 0)
    close(pipe_ends[which]);
  pipe_ends[which] = -1;
}

static long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000L + now.tv_nsec / 1000000L;
}

/* Takes what is there; false at the end of the pipe. What is over the limit is read past. */
static bool take(int from, cck_buffer *into, size_t most) {
  char step[STEP];
  ssize_t got = read(from, step, sizeof step);
  if (got < 0)
    return errno == EINTR || errno == EAGAIN;
  size_t room = most > into->len ? most - into->len : 0;
  cck_put(into, cck_slice_sub((cck_slice){step, (size_t)got}, 0, room));
  return got > 0;
}

/* Reads until both pipes are at their end; the way in which the program has to be ended, if it has to. */
static cck_process_end listen(running *p, cck_buffer *output, cck_buffer *complaint) {
  const cck_process_limits *limits = &p->program->limits;
  while (p->output[0] >= 0 || p->complaint[0] >= 0) {
    struct pollfd ends[] = {{.fd = p->output[0], .events = POLLIN}, {.fd = p->complaint[0], .events = POLLIN}};
    long left = p->deadline - milliseconds();
    if (left <= 0)
      return CCK_PROCESS_SLOW;
    if (poll(ends, 2, (int)left) < 0)
      continue; /* interrupted */
    if (ends[0].revents && !take(p->output[0], output, limits->output + 1))
      close_ends(p->output, 0);
    if (output->len > limits->output)
      return CCK_PROCESS_LOUD;
    if (ends[1].revents && !take(p->complaint[0], complaint, COMPLAINT_LIMIT))
      close_ends(p->complaint, 0);
  }
  return CCK_PROCESS_EXITED;
}

static int wait_for(pid_t pid) {
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
    continue;
  return status;
}

/* It may have closed its pipes and go on: mostly it has ended, and nothing is waited for. */
static bool has_ended(const running *p) {
  const struct timespec step = {.tv_nsec = 2000000};
  siginfo_t info = {.si_pid = 0};
  while (waitid(P_PID, (id_t)p->pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == 0) {
    if (milliseconds() >= p->deadline)
      return false;
    nanosleep(&step, NULL);
  }
  return true;
}

static void settle(running *p, cck_process_result *result) {
  if (result->end == CCK_PROCESS_EXITED && !has_ended(p))
    result->end = CCK_PROCESS_SLOW;
  if (result->end != CCK_PROCESS_EXITED)
    kill(p->pid, SIGKILL);
  int status = wait_for(p->pid);
  if (result->end != CCK_PROCESS_EXITED)
    return;
  if (WIFEXITED(status)) {
    result->code = WEXITSTATUS(status);
    return;
  }
  result->code = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  bool slow = result->code == SIGXCPU || result->code == SIGKILL; /* the limit of computing is passed */
  result->end = slow ? CCK_PROCESS_SLOW : CCK_PROCESS_BROKEN;
}

static void release(running *p) {
  for (int i = 0; i < 2; i++) {
    close_ends(p->output, i);
    close_ends(p->complaint, i);
  }
  if (p->input)
    fclose(p->input);
}

static cck_status start(running *p, cck_error *error) {
  bool ready = p->input && pipe2(p->output, O_CLOEXEC) == 0 && pipe2(p->complaint, O_CLOEXEC) == 0;
  p->pid = ready ? fork() : -1;
  if (p->pid == 0)
    become(p);
  return p->pid > 0 ? CCK_OK : cck_fail_errno(error, p->program->path, "run");
}

cck_status cck_process_run(cck_arena *arena, const cck_process *program, cck_process_result *result, cck_error *error) {
  running p = {.program = program, .input = input_file(program->input), .output = {-1, -1}, .complaint = {-1, -1}};
  p.deadline = milliseconds() + 2000L * (long)program->limits.seconds;
  cck_buffer output = {0}, complaint = {0};
  *result = (cck_process_result){.code = 0};
  cck_status status = start(&p, error);
  if (status == CCK_OK) {
    close_ends(p.output, 1);
    close_ends(p.complaint, 1);
    result->end = listen(&p, &output, &complaint);
    settle(&p, result);
    result->output = cck_arena_copy(arena, cck_buffer_slice(&output));
    result->complaint = cck_arena_copy(arena, cck_buffer_slice(&complaint));
  }
  release(&p);
  cck_buffer_fini(&output);
  cck_buffer_fini(&complaint);
  return status;
}
