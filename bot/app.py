"""The application: the web server with all its doors, and the parts that run beside it."""

import asyncio
import contextlib
import logging
import os
import signal
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta

import click
import uvicorn
from fastapi import FastAPI

from bot import health, logs
from bot.channels import telegram, web
from bot.console import routes as console
from bot.database import start_database
from bot.errors import AlreadyRunning
from bot.folder_lock import FolderLock
from bot.inbox import Inbox
from bot.jobs.answer_unanswered import answer_unanswered
from bot.jobs.app import Worker
from bot.nlu_server import nlu_server
from bot.runtime import Runtime, start_runtime
from bot.services import staff
from bot.settings import Settings

PARTS = ("web", "telegram", "worker", "nlu")
STOP_SECONDS = 10

log = logging.getLogger(__name__)
