"""The WSGI application that `manage.py demo` serves, in a process that leaves Ctrl-C to its parent.

A terminal sends Ctrl-C to the whole group of processes. Granian's worker then stops by itself while
its parent tells it to stop as well, and two signals at once can leave it waiting for itself.
"""

import signal

from django.core.wsgi import get_wsgi_application

if hasattr(signal, "pthread_sigmask"):  # not on Windows
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

application = get_wsgi_application()
