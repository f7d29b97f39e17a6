#!/usr/bin/env bash
# Try the built application where there is nothing but it: no Python, no shell, no network, only the
# C library, the screen's libraries that every desktop has, and a font.
#
#     sudo packaging/try_in_clean_root.sh dist/faceswap-gui [PICTURES]
#
# It runs the self-test, swaps the sample portraits from the command line and, where Xvfb is
# installed, opens the window and says after how many milliseconds it was on the screen. PICTURES, if
# given, receives the swap and a picture of the window. Linux only; root is needed for chroot.
set -euo pipefail

readonly LIBRARIES=(
    # the C library and zlib, by which the program unpacks its own start
    ld-linux-x86-64.so.2 libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libresolv.so.2
    libz.so.1
    # the screen
    libGL.so.1 libEGL.so.1 libxcb.so.1 libwayland-client.so.0 libwayland-cursor.so.0 libwayland-egl.so.1
)
readonly PROGRAM=/opt/faceswap-gui/faceswap-gui
readonly DISPLAY_NUMBER=:97
CHROOT=$(command -v chroot)

app=$(realpath "$1")
pictures=${2:+$(realpath -m "$2")}

# Everything below runs in mounts and a network of its own, which vanish with it.
if [[ ${IN_OWN_SPACE:-} != yes ]]; then
    exec env IN_OWN_SPACE=yes unshare --mount --net "$0" "$app" "${pictures:-}"
fi

root=$(mktemp -d)
server=
clean_up() {
    [[ -z $server ]] || kill "$server" 2>/dev/null || true
    umount --recursive --lazy "$root"
    rmdir "$root"
}
trap clean_up EXIT

known=$(ldconfig -p)
library() { awk -v name="$1" '$1 == name && /x86-64/ { print $NF; exit }' <<<"$known"; }

copy_library() {
    local path needed
    path=$(library "$1")
    [[ -n $path ]] || { echo "note: this machine has no $1" >&2; return 0; }
    cp -nL "$path" "$root/lib64/"
    for needed in $(ldd "$path" | awk '$3 ~ /^\// { print $3 }'); do
        cp -nL "$needed" "$root/lib64/"
    done
}

make_root() {
    mount -t tmpfs tmpfs "$root"
    mkdir -p "$root"/{lib64,opt/faceswap-gui,proc,dev,tmp,home,etc/fonts}
    mkdir -p "$root"/usr/{share/fonts,lib/locale}
    local name
    for name in "${LIBRARIES[@]}"; do copy_library "$name"; done
    for name in null zero random urandom; do
        touch "$root/dev/$name"
        mount --bind "/dev/$name" "$root/dev/$name"
    done
    cp -r /usr/lib/locale/C.utf8 "$root/usr/lib/locale/"
    cp "$(fc-match -f '%{file}' sans)" "$root/usr/share/fonts/"
    echo '<fontconfig><dir>/usr/share/fonts</dir><cachedir>/tmp/fonts</cachedir></fontconfig>' \
        >"$root/etc/fonts/fonts.conf"
    mount --bind "$app" "$root/opt/faceswap-gui"
    mount -o remount,bind,ro "$root/opt/faceswap-gui"
    mount -t proc proc "$root/proc"
}

# Run the program with these words, and nothing of this machine's environment.
inside() {
    env -i HOME=/home LANG=C.UTF-8 LD_LIBRARY_PATH=/lib64 OMP_WAIT_POLICY=PASSIVE "${@:2}" \
        "$CHROOT" "$root" "$PROGRAM" $1  # the words' own spaces part them
}

milliseconds() { date +%s%3N; }

# Say how long the window takes to be on the screen, then have it closed.
open_window() {
    mkdir -p "$root/tmp/.X11-unix" /tmp/.X11-unix
    Xvfb "$DISPLAY_NUMBER" -screen 0 1440x900x24 >/dev/null 2>&1 &
    server=$!
    until [[ -S /tmp/.X11-unix/X${DISPLAY_NUMBER#:} ]]; do sleep 0.1; done
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
    local start program
    start=$(milliseconds)
    inside "$samples/demo_source.jpg $samples/demo_target.jpg" DISPLAY="$DISPLAY_NUMBER" &
    program=$!
    until DISPLAY=$DISPLAY_NUMBER xwininfo -root -tree 2>/dev/null | grep -q 'Face Swap\|faceswap'; do
        kill -0 "$program" || { echo "the window did not open" >&2; return 1; }
        sleep 0.02
    done
    echo "the window was there after $(($(milliseconds) - start)) ms"
    if [[ -n $pictures ]] && command -v import >/dev/null; then
        sleep "${SWAP_SECONDS:-20}"
        DISPLAY=$DISPLAY_NUMBER import -window root "$pictures/window.png"
    fi
    kill "$program"
    wait "$program" || true
}

make_root
[[ -z $(find "$root" -xdev -name 'python*') ]]  # the program itself lies on another file system
samples=/opt/faceswap-gui/_internal/faceswap_gui/resources
inside "doctor --self-test" QT_QPA_PLATFORM=offscreen
inside "swap $samples/demo_source.jpg $samples/demo_target.jpg -o /home/swapped.png"
[[ -z $pictures ]] || { mkdir -p "$pictures"; cp "$root/home/swapped.png" "$pictures/"; }
if command -v Xvfb >/dev/null && command -v xwininfo >/dev/null; then open_window; fi
echo "All is well."
