#pragma once

/// Whether this C library lets them be counted.
int allocations_are_counted(void);

/// How often the calling thread has asked for memory since it began.
unsigned long allocations_of_this_thread(void);
