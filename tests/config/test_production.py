"""A public server starts only with what it needs, and is then as safe as Django can check."""

import json
import os
import subprocess
import sys

import pytest

from tests.__main__ import PROJECT_ROOT

SECRET_KEY = "a-key-for-this-test:" + "0123456789abcdef" * 3
COMPLETE = {"SECRET_KEY": SECRET_KEY, "ALLOWED_HOSTS": "accord.example.org,www.example.org"}
NEEDED = {
    "SECRET_KEY": "Set the environment variable SECRET_KEY to a long random text and keep it "
    "secret. This makes one: python -c 'import secrets; print(secrets.token_urlsafe(64))'",
    "ALLOWED_HOSTS": "Set the environment variable ALLOWED_HOSTS to the host names that this "
    "server answers to, with commas between them, for example: ALLOWED_HOSTS=accord.example.org",
}


def run(*command, **environment):
    """Run Python under production settings in an environment with these variables and no .env."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    production = {"DJANGO_SETTINGS_MODULE": "config.settings.production", "ENV_FILE": os.devnull}
    return subprocess.run(
        [sys.executable, *command],
        cwd=PROJECT_ROOT,
        env={**kept, **production, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def settings(**environment):
    """Return every setting that JSON can carry."""
    script = (
        "import json, config.settings.production as settings\n"
        "names = {name: value for name, value in vars(settings).items() if name.isupper()}\n"
        "print(json.dumps(names, default=str))"
    )
    done = run("-c", script, **environment)
    assert done.stderr == ""
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    "missing", [["SECRET_KEY"], ["ALLOWED_HOSTS"], ["SECRET_KEY", "ALLOWED_HOSTS"]]
)
@pytest.mark.parametrize("empty", [True, False])
def test_missing_setting_is_named_with_a_way_to_make_it(missing, empty):
    environment = {name: value for name, value in COMPLETE.items() if name not in missing}
    if empty:
        environment |= dict.fromkeys(missing, "")
    done = run("manage.py", "check", **environment)
    lines = "\n".join(NEEDED[name] for name in missing)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"Accord cannot start: {lines}\n"


def test_traceback_on_request():
    done = run("manage.py", "check", "--traceback", ALLOWED_HOSTS="accord.example.org")
    assert done.returncode == 1
    assert done.stderr.startswith("Traceback")
    assert done.stderr.endswith(f"ImproperlyConfigured: {NEEDED['SECRET_KEY']}\n")


def test_server_refuses_too():
    done = run("-c", "import config.wsgi", ALLOWED_HOSTS="accord.example.org")
    assert done.returncode == 1
    assert done.stderr.endswith(f"ImproperlyConfigured: {NEEDED['SECRET_KEY']}\n")


def test_deployment_check_is_clean():
    done = run("manage.py", "check", "--deploy", "--fail-level", "DEBUG", **COMPLETE)
    assert done.stderr == ""
    assert done.stdout == "System check identified no issues (0 silenced).\n"
    assert done.returncode == 0


def test_settings_are_those_of_a_public_server():
    found = settings(**COMPLETE)
    assert found["DEBUG"] is False
    assert found["ALLOWED_HOSTS"] == ["accord.example.org", "www.example.org"]
    assert found["SECURE_SSL_REDIRECT"] is True
    assert found["SECURE_HSTS_SECONDS"] == 31_536_000
    assert "SECURE_PROXY_SSL_HEADER" not in found
    assert found["REST_FRAMEWORK"]["NUM_PROXIES"] == 0


def test_settings_behind_a_proxy_that_ends_tls():
    found = settings(
        **COMPLETE,
        SECURE_SSL_REDIRECT="false",
        SECURE_PROXY_SSL_HEADER="X-Forwarded-Proto, https",
        NUM_PROXIES="1",
    )
    assert found["SECURE_SSL_REDIRECT"] is False
    assert found["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]
    assert found["REST_FRAMEWORK"]["NUM_PROXIES"] == 1


def test_malformed_proxy_header_is_refused():
    done = run("manage.py", "check", **COMPLETE, SECURE_PROXY_SSL_HEADER="X-Forwarded-Proto")
    assert done.returncode == 1
    assert "SECURE_PROXY_SSL_HEADER=X-Forwarded-Proto,https" in done.stderr


def test_environment_file_is_read_and_the_environment_wins(tmp_path):
    file = tmp_path / "accord.env"
    file.write_text(
        f"SECRET_KEY={SECRET_KEY}\nALLOWED_HOSTS=file.example.org\n"
        "DATABASE_URL=postgresql://accord:secret@db.example.org:5433/register?sslmode=require\n"
    )
    found = settings(ENV_FILE=str(file), ALLOWED_HOSTS="environment.example.org")
    assert found["SECRET_KEY"] == SECRET_KEY
    assert found["ALLOWED_HOSTS"] == ["environment.example.org"]
    assert found["DATABASES"]["default"] == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "register",
        "USER": "accord",
        "PASSWORD": "secret",
        "HOST": "db.example.org",
        "PORT": 5433,
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": False,
        "OPTIONS": {
            "server_side_binding": True,
            "prepare_threshold": 1,
            "options": "-c max_parallel_workers_per_gather=0 -c jit=off",
            "sslmode": "require",
        },
    }


@pytest.mark.parametrize(
    ("url", "backend", "location"),
    [
        (None, "records.api.limits.cache.CountingDatabaseCache", "accord_cache"),
        (
            "redis://cache.example.org:6379/1",
            "django.core.cache.backends.redis.RedisCache",
            "redis://cache.example.org:6379/1",
        ),
    ],
)
def test_cache_is_shared_by_all_processes(url, backend, location):
    found = settings(**COMPLETE, **({"CACHE_URL": url} if url else {}))
    assert found["CACHES"]["default"]["BACKEND"] == backend
    assert found["CACHES"]["default"]["LOCATION"] == location
